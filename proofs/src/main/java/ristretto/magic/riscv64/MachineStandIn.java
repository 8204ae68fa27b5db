package ristretto.magic.riscv64;

import org.cprover.CProver;
import ristretto.proofs.Interrupts;
import ristretto.proofs.Translation;

/** Stands in for {@link Machine} in proofs: registers read as anything, time never goes back. */
public final class MachineStandIn {
    private static long time;

    public static long readTime() {
        long later = CProver.nondetLong();
        CProver.assume(later >= time && later < 1L << 56);
        time = later;
        return later;
    }

    public static long readSatp() {
        return Translation.known ? Translation.control : CProver.nondetLong();
    }

    public static long readSip() {
        return Interrupts.pending ? -1 : CProver.nondetLong();
    }

    public static long readSie() {
        return Interrupts.pending ? -1 : CProver.nondetLong();
    }

    public static void writeSatp(long value) {
        Translation.control = value;
    }

    public static void writeStimecmp(long ticks) {}

    public static void sfenceVmaAsid(long asid) {
        Translation.forgotten = asid;
    }

    public static void fenceI() {}

    public static void writeScounteren(long value) {}

    public static void writeSie(long value) {}

    public static void sfenceVma() {}

    public static void sfenceVmaPage(long virtualAddress, long asid) {}

    private MachineStandIn() {}
}
