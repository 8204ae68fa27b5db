package ristretto.magic;

import org.cprover.CProver;
import ristretto.proofs.Interrupts;

/** Stands in for {@link Device} in proofs: registers of devices read as anything; of what is written only the end of an interrupt is kept. */
public final class DeviceStandIn {
    /** Where the interrupt controller is told that an interrupt is done with. */
    private static final long COMPLETE = 0x0c20_1004L;

    public static int loadByte(long address) {
        return CProver.nondetInt() & 0xff;
    }

    public static int loadInt(long address) {
        return CProver.nondetInt();
    }

    public static void storeByte(long address, int value) {}

    public static void storeInt(long address, int value) {
        if ((address & 0xffff_ffffL) == COMPLETE) {
            Interrupts.completed = value;
        }
    }

    private DeviceStandIn() {}
}
