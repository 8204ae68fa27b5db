package ristretto.sdk;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.magic.CallRegisters;
import ristretto.magic.NeverWaits;
import ristretto.magic.SystemCall;

/**
 * The right to something, by the slot of this process's capability table that holds it. The number alone gives nothing:
 * the kernel looks into the slot at each call.
 *
 * <p>All calls of a process go through one set of registers, which is safe because a process has one kernel thread, and
 * makes calls without allocating.
 */
public abstract class Capability {
    /** Between calls the upper half of {@code t2} is 0: with a call it is the slot in which to put what comes with the answer, and nobody who does not expect that wants it. */
    static final CallRegisters REGISTERS = new CallRegisters();

    private final int slot;

    protected Capability(int slot) {
        this.slot = slot;
    }

    public final int slot() {
        return slot;
    }

    /** The registers that the next {@link #invoke(String, int)} sends and the last one filled. */
    protected static CallRegisters registers() {
        return REGISTERS;
    }

    /** Invokes an operation, whose arguments a0 to a7 are in {@link #registers} already. */
    @NeverWaits(reason = "what an object of the kernel is asked for it does at once")
    protected final void invoke(String name, int operation) {
        CallRegisters r = REGISTERS;
        r.t1 = operation;
        trap(name, CallNumber.INVOKE, 0);
    }

    protected final void invoke(String name, int operation, long a0) {
        REGISTERS.a0 = a0;
        invoke(name, operation);
    }

    protected final void invoke(String name, int operation, long a0, long a1, long a2) {
        CallRegisters r = REGISTERS;
        r.a0 = a0;
        r.a1 = a1;
        r.a2 = a2;
        invoke(name, operation);
    }

    protected final void invoke(String name, int operation, long a0, long a1, long a2, long a3, long a4, long a5) {
        CallRegisters r = REGISTERS;
        r.a3 = a3;
        r.a4 = a4;
        r.a5 = a5;
        invoke(name, operation, a0, a1, a2);
    }

    /** A system call on this capability; throws what the kernel refuses. */
    final void trap(String name, int call, long deadlineTicks) {
        if (attempt(call, deadlineTicks) != ErrorCode.OK) {
            throw refused(name);
        }
    }

    /** Invokes an operation as {@link #invoke(String, int)}, but answers what the kernel says, of {@link ErrorCode}. */
    @NeverWaits(reason = "what an object of the kernel is asked for it does at once")
    protected final int attempt(int operation) {
        REGISTERS.t1 = operation;
        return attempt(CallNumber.INVOKE, 0);
    }

    /** What the kernel has just refused. */
    protected final CapabilityError refused(String name) {
        CallRegisters r = REGISTERS;
        return new CapabilityError(name, slot, (int) r.t0, (int) r.t1, r.a0, r.a1);
    }

    /** A system call on this capability; answers what the kernel says, of {@link ErrorCode}. */
    final int attempt(int call, long deadlineTicks) {
        CallRegisters r = REGISTERS;
        r.t0 = slot;
        r.t3 = call;
        r.t4 = deadlineTicks;
        SystemCall.trap(r);
        return (int) r.t0;
    }
}
