package ristretto.magic;

/** The one door from a process into the kernel: {@code ecall}. On a JVM there is a kernel behind it where somebody {@linkplain SimulatedKernel simulates} one. */
public final class SystemCall {

    /**
     * Loads {@code t0}-{@code t4} and {@code a0}-{@code a7} from the registers, executes {@code ecall}, stores
     * {@code t0}-{@code t2} and {@code a0}-{@code a7} back. The compiler treats it as touching all memory.
     */
    @Intrinsic
    @Waits("an answer of the kernel's, or another process's")
    public static void trap(CallRegisters registers) {
        SimulatedKernel.current().trap(registers);
    }

    /** A call with no words in either direction; answers the status. The shortest path there is. */
    @Intrinsic
    @Waits("an answer of the kernel's, or another process's")
    public static long callEmpty(long capability, long tag) {
        return SimulatedKernel.callEight(capability, tag, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** REPLY_RECEIVE with no words in either direction; answers the tag of the message that came. */
    @Intrinsic
    @Waits("an answer of the kernel's, or another process's")
    public static long replyReceiveEmpty(long endpoint, long tag, long reply) {
        return SimulatedKernel.replyReceive(endpoint, tag, reply, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** CALL with four words; answers the status. */
    @Intrinsic
    @Waits("an answer of the kernel's, or another process's")
    public static long callFour(long capability, long tag, long a0, long a1, long a2, long a3) {
        return SimulatedKernel.callEight(capability, tag, a0, a1, a2, a3, 0, 0, 0, 0);
    }

    /** CALL with eight words; answers the status. */
    @Intrinsic
    @Waits("an answer of the kernel's, or another process's")
    public static long callEight(
            long capability, long tag, long a0, long a1, long a2, long a3, long a4, long a5, long a6, long a7) {
        return SimulatedKernel.callEight(capability, tag, a0, a1, a2, a3, a4, a5, a6, a7);
    }

    /** REPLY_RECEIVE with as many words of the eight as the tag says; answers the tag of the message that came. */
    @Intrinsic
    @Waits("an answer of the kernel's, or another process's")
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
        return SimulatedKernel.replyReceive(endpoint, tag, reply, a0, a1, a2, a3, a4, a5, a6, a7);
    }

    /** SIGNAL; answers the status. */
    @Intrinsic
    public static long signal(long notification) {
        return SimulatedKernel.call(SimulatedKernel.SIGNAL, notification).t0;
    }

    /** WAIT without deadline; answers the bits, 0 where it is refused. */
    @Intrinsic
    @Waits("an answer of the kernel's, or another process's")
    public static long await(long notification) {
        CallRegisters answer = SimulatedKernel.call(SimulatedKernel.WAIT, notification);
        return answer.t0 == 0 ? answer.a0 : 0;
    }

    /** YIELD. */
    @Intrinsic
    @Waits("an answer of the kernel's, or another process's")
    public static void yield() {
        SimulatedKernel.call(SimulatedKernel.YIELD, 0);
    }

    private SystemCall() {}
}
