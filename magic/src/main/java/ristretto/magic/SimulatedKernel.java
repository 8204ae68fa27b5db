package ristretto.magic;

/** What {@link SystemCall} enters on a JVM. Each thread has its own, as it stands for a thread of some process, and hands it to those that it makes. */
public abstract class SimulatedKernel {
    // As in ristretto.abi.CallNumber, which nothing here may depend on.
    private static final int CALL = 0;
    private static final int REPLY_RECEIVE = 1;
    static final int SIGNAL = 4;
    static final int WAIT = 5;
    static final int YIELD = 7;

    private static final ThreadLocal<SimulatedKernel> CURRENT = new InheritableThreadLocal<>();

    /** From now on this thread's system calls come there; null: nowhere. */
    public static void use(SimulatedKernel kernel) {
        CURRENT.set(kernel);
    }

    /** A system call, as {@link SystemCall#trap} describes it. */
    protected abstract void trap(CallRegisters registers);

    static SimulatedKernel current() {
        SimulatedKernel kernel = CURRENT.get();
        if (kernel == null) {
            throw new UnsupportedOperationException("no kernel underneath " + Thread.currentThread());
        }
        return kernel;
    }

    static CallRegisters call(int number, long capability) {
        CallRegisters registers = new CallRegisters();
        registers.t0 = capability;
        registers.t3 = number;
        current().trap(registers);
        return registers;
    }

    static long callEight(
            long capability, long tag, long a0, long a1, long a2, long a3, long a4, long a5, long a6, long a7) {
        return message(CALL, capability, tag, 0, a0, a1, a2, a3, a4, a5, a6, a7).t0;
    }

    static long replyReceive(
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
        return message(REPLY_RECEIVE, endpoint, tag, reply, a0, a1, a2, a3, a4, a5, a6, a7).t1;
    }

    private static CallRegisters message(
            int number,
            long capability,
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
        CallRegisters registers = new CallRegisters();
        registers.t0 = capability;
        registers.t1 = tag;
        registers.t2 = reply;
        registers.t3 = number;
        registers.a0 = a0;
        registers.a1 = a1;
        registers.a2 = a2;
        registers.a3 = a3;
        registers.a4 = a4;
        registers.a5 = a5;
        registers.a6 = a6;
        registers.a7 = a7;
        current().trap(registers);
        return registers;
    }
}
