package ristretto.sdk.kernel;

import ristretto.abi.Operation;
import ristretto.magic.CallRegisters;
import ristretto.sdk.Capability;

/** A thread of the kernel, seen from whoever may steer it. */
public final class ThreadControl extends Capability {
    public static final int PROGRAM_COUNTER = 0;
    public static final int RETURN_ADDRESS = 1;
    public static final int STACK_POINTER = 2;
    public static final int FRAME_POINTER = 8;

    public ThreadControl(int slot) {
        super(slot);
    }

    /** Gives a suspended thread all that it needs. {@code faultEndpoint}: slot, 0: none. */
    public void configure(
            AddressSpace space,
            CapTable table,
            Frame messagePage,
            int faultEndpoint,
            int schedulingContext,
            int priority) {
        invoke(
                "thread configure",
                Operation.THREAD_CONFIGURE,
                space.slot(),
                table.slot(),
                messagePage.slot(),
                faultEndpoint,
                schedulingContext,
                priority);
    }

    public void bindNotification(int notificationSlot) {
        invoke("thread bind notification", Operation.THREAD_BIND_NOTIFICATION, notificationSlot);
    }

    public void start(long programCounter, long stackPointer, long argument) {
        invoke("thread start", Operation.THREAD_START, programCounter, stackPointer, argument);
    }

    public void suspend() {
        invoke("thread suspend", Operation.THREAD_SUSPEND);
    }

    /** Cancels a wait and lets the thread go on at another instruction. */
    public void redirect(long programCounter) {
        invoke("thread redirect", Operation.THREAD_REDIRECT, programCounter);
    }

    /** One register; 0 is the program counter, n is xn. */
    public long readRegister(int register) {
        invoke("thread read registers", Operation.THREAD_READ_REGISTERS, register);
        return registers().a0;
    }

    public ThreadView inspect() {
        invoke("thread inspect", Operation.THREAD_INSPECT);
        CallRegisters r = registers();
        return new ThreadView((int) r.a0, (int) r.a1, r.a2);
    }
}
