package ristretto.magic;

/** The one door from a process into the kernel: {@code ecall}. */
public final class SystemCall {

    /**
     * Loads {@code t0}-{@code t4} and {@code a0}-{@code a7} from the registers, executes {@code ecall}, stores
     * {@code t0}-{@code t2} and {@code a0}-{@code a7} back. The compiler treats it as touching all memory.
     */
    @Intrinsic
    public static void trap(CallRegisters registers) {
        throw new UnsupportedOperationException("no kernel underneath");
    }

    /** A call with no words in either direction; answers the status. The shortest path there is. */
    @Intrinsic
    public static long callEmpty(long capability, long tag) {
        throw new UnsupportedOperationException("no kernel underneath");
    }

    private SystemCall() {}
}
