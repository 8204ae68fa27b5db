package ristretto.kernel;

import ristretto.abi.Fault;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.Log;
import ristretto.kernel.riscv64.Uart;

/**
 * Makes a message of what a thread did wrong. Without a fault endpoint the thread is suspended, and the kernel's log
 * says so, with kind, program counter and address.
 */
public final class Faults {
    private static final byte[] FAULT = Text.of("kernel: thread suspended, fault ");

    public static void raise(Core core, Thread thread, int kind, long cause, long address) {
        thread.faultCause = cause;
        thread.faultAddress = address;
        boolean deep = thread.context != null && Lending.isDeep(thread.context);
        if (!deep && thread.faultSlot.object instanceof Endpoint endpoint) {
            thread.faultKind = kind;
            endpoint.send(core, thread, thread.faultSlot.badge, 0);
            return;
        }
        thread.state = ThreadState.SUSPENDED;
        Log.brief(FAULT);
        Log.hexadecimal(kind);
        Uart.write(' ');
        Log.hexadecimal(thread.registers.pc);
        Uart.write(' ');
        Log.hexadecimal(address);
        Log.line();
    }

    /**
     * What the handler's answer does to the thread, which waits no longer. Label 0: it goes on where it stopped. Label
     * {@link Fault#ANSWER_CALL}: a system call of another convention is done, the message's words 0 to 7 are its results.
     * Any other: it stays suspended.
     */
    static void answer(Core core, Thread thread, Thread handler) {
        int kind = thread.faultKind;
        thread.faultKind = 0;
        int label = Tag.label(handler.registers.tag());
        if (label == Fault.ANSWER_CALL && (kind == Fault.UNKNOWN_CALL || kind == Fault.FOREIGN_CALL)) {
            thread.registers.copyWords(handler.registers, Tag.REGISTER_WORDS);
            thread.registers.skipCall();
        } else if (label != 0) {
            thread.state = ThreadState.SUSPENDED;
            return;
        }
        core.makeReadyFirst(thread);
    }

    private Faults() {}
}
