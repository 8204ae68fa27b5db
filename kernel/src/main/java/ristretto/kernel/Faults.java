package ristretto.kernel;

import ristretto.abi.ThreadState;

/** Makes a message of what a thread did wrong. Without a fault endpoint the thread is suspended. */
public final class Faults {
    public static void raise(Kernel kernel, Thread thread, int kind, long cause, long address) {
        thread.faultCause = cause;
        thread.faultAddress = address;
        if (thread.faultSlot.object instanceof Endpoint endpoint) {
            thread.faultKind = kind;
            endpoint.send(kernel.core, thread, thread.faultSlot.badge, 0);
            return;
        }
        thread.state = ThreadState.SUSPENDED;
    }

    private Faults() {}
}
