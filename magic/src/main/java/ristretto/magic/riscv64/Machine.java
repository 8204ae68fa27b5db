package ristretto.magic.riscv64;

import ristretto.magic.Intrinsic;

/**
 * Control registers and special instructions of riscv64 in supervisor mode (RISC-V privileged specification 1.12, chapter 4;
 * Sstc extension for {@code stimecmp}). On a JVM a register simply keeps what was written to it.
 */
public final class Machine {
    private static final ThreadLocal<SimulatedCore> CORE = new InheritableThreadLocal<>() {
        @Override
        protected SimulatedCore initialValue() {
            return new SimulatedCore();
        }

        @Override
        protected SimulatedCore childValue(SimulatedCore parent) {
            return parent.ofChildThread();
        }
    };

    /** On a JVM: from now on this thread runs on that core. */
    public static void use(SimulatedCore core) {
        CORE.set(core);
    }

    /** On a JVM: what a register was last set to. */
    public static long simulated(String register) {
        return get(register);
    }

    private static long get(String name) {
        return CORE.get().read(name);
    }

    /** On a JVM: sets what a register reads as. */
    public static void simulate(String register, long value) {
        CORE.get().write(register, value);
    }

    /** Ticks of the platform's clock; readable in user mode as well. */
    @Intrinsic
    public static long readTime() {
        return get("time");
    }

    /** Instructions retired; readable in user mode as well. */
    @Intrinsic
    public static long readInstret() {
        return get("instret");
    }

    @Intrinsic
    public static long readSatp() {
        return get("satp");
    }

    @Intrinsic
    public static void writeSatp(long value) {
        simulate("satp", value);
    }

    @Intrinsic
    public static long readSstatus() {
        return get("sstatus");
    }

    @Intrinsic
    public static void writeSstatus(long value) {
        simulate("sstatus", value);
    }

    @Intrinsic
    public static long readScause() {
        return get("scause");
    }

    @Intrinsic
    public static long readStval() {
        return get("stval");
    }

    @Intrinsic
    public static long readSepc() {
        return get("sepc");
    }

    @Intrinsic
    public static void writeSepc(long value) {
        simulate("sepc", value);
    }

    @Intrinsic
    public static long readSip() {
        return get("sip");
    }

    @Intrinsic
    public static long readSie() {
        return get("sie");
    }

    @Intrinsic
    public static void writeSie(long value) {
        simulate("sie", value);
    }

    @Intrinsic
    public static void writeStimecmp(long ticks) {
        simulate("stimecmp", ticks);
    }

    @Intrinsic
    public static void writeSscratch(long value) {
        simulate("sscratch", value);
    }

    @Intrinsic
    public static void writeStvec(long value) {
        simulate("stvec", value);
    }

    @Intrinsic
    public static void writeScounteren(long value) {
        simulate("scounteren", value);
    }

    /** Makes stores to memory visible to this core's instruction fetches. */
    @Intrinsic
    public static void fenceI() {}

    /** Orders all page-table accesses, all addresses, all address spaces. */
    @Intrinsic
    public static void sfenceVma() {
        CORE.get().translationsChanged();
    }

    @Intrinsic
    public static void sfenceVmaAsid(long asid) {
        CORE.get().translationsChanged();
    }

    @Intrinsic
    public static void sfenceVmaPage(long virtualAddress, long asid) {
        CORE.get().translationsChanged();
    }

    @Intrinsic
    public static void waitForInterrupt() {
        CORE.get().waitForInterrupt();
    }

    /** SBI call (RISC-V SBI specification 1.0, chapter 3); answers the error code of a0. */
    @Intrinsic
    public static long firmwareCall(long extension, long function, long argument0, long argument1) {
        throw new UnsupportedOperationException("no firmware underneath");
    }

    /** An instruction that no core knows. */
    @Intrinsic
    public static void illegalInstruction() {
        CORE.get().illegalInstruction();
    }

    private Machine() {}
}
