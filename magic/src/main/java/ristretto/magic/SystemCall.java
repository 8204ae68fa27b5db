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

    /** REPLY_RECEIVE with no words in either direction; answers the tag of the message that came. */
    @Intrinsic
    public static long replyReceiveEmpty(long endpoint, long tag, long reply) {
        throw new UnsupportedOperationException("no kernel underneath");
    }

    /** CALL with four words; answers the status. */
    @Intrinsic
    public static long callFour(long capability, long tag, long a0, long a1, long a2, long a3) {
        throw new UnsupportedOperationException("no kernel underneath");
    }

    /** CALL with eight words; answers the status. */
    @Intrinsic
    public static long callEight(
            long capability, long tag, long a0, long a1, long a2, long a3, long a4, long a5, long a6, long a7) {
        throw new UnsupportedOperationException("no kernel underneath");
    }

    /** REPLY_RECEIVE with as many words of the eight as the tag says; answers the tag of the message that came. */
    @Intrinsic
    public static long replyReceiveEight(
            long endpoint,
            long tag,
            long reply,
            long a0,
            long a1,
            long a2,
            long a3,
            long a4,
            long a5,
            long a6,
            long a7) {
        throw new UnsupportedOperationException("no kernel underneath");
    }

    /** SIGNAL; answers the status. */
    @Intrinsic
    public static long signal(long notification) {
        throw new UnsupportedOperationException("no kernel underneath");
    }

    /** WAIT without deadline; answers the bits, 0 where it is refused. */
    @Intrinsic
    public static long await(long notification) {
        throw new UnsupportedOperationException("no kernel underneath");
    }

    /** YIELD. */
    @Intrinsic
    public static void yield() {
        throw new UnsupportedOperationException("no kernel underneath");
    }

    private SystemCall() {}
}
