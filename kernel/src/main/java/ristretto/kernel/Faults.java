package ristretto.kernel;

import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.Log;

/**
 * Makes a message of what a thread did wrong. Without a fault endpoint the thread is suspended, and the kernel's log
 * says so.
 */
public final class Faults {
    private static final byte[] FAULT = Text.of("kernel: a thread without fault endpoint is suspended, fault ");
    private static final byte[] AT = Text.of(" at ");
    private static final byte[] ADDRESS = Text.of(", address ");

    public static void raise(Kernel kernel, Thread thread, int kind, long cause, long address) {
        thread.faultCause = cause;
        thread.faultAddress = address;
        if (thread.faultSlot.object instanceof Endpoint endpoint) {
            thread.faultKind = kind;
            endpoint.send(kernel.core, thread, thread.faultSlot.badge, 0);
            return;
        }
        thread.state = ThreadState.SUSPENDED;
        Log.text(FAULT);
        Log.decimal(kind);
        Log.text(AT);
        Log.hexadecimal(thread.registers.pc);
        Log.text(ADDRESS);
        Log.hexadecimal(address);
        Log.line();
    }

    private Faults() {}
}
