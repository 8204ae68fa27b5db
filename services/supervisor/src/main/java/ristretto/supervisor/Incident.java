package ristretto.supervisor;

import ristretto.abi.Tag;
import ristretto.sdk.KernelNames;
import ristretto.sdk.Message;
import ristretto.sdk.Text;

/**
 * What ended a life, in one line of plain characters: a text that comes from the process itself might hold anything,
 * even what moves the cursor of whoever reads it.
 *
 * @param failure false only for exit code 0
 * @param isFault false for exits
 */
record Incident(String text, boolean failure, boolean isFault, int exitCode) {
    /**
     * Exit code of the machine where a process without another life ended by a fault, as shells have it for aborted
     * programs.
     */
    private static final int FAULT_CODE = 134;

    static Incident fault(int label, Message message, Life life) {
        int kind = label - Tag.FAULT_BASE;
        long address = message.getLong();
        long programCounter = message.getLong();
        message.getLong();
        message.getLong();
        long framePointer = message.getLong();
        long returnAddress = message.getLong();
        String trace = life.trace(programCounter, framePointer, returnAddress);
        String where = trace.isEmpty() ? " (pc " + Text.hex(programCounter) + ')' : ", at " + trace;
        return new Incident(KernelNames.fault(kind) + " at " + Text.hex(address) + where, true, true, FAULT_CODE);
    }

    static Incident exit(Message message) {
        int code = (int) message.getLong();
        String reason = message.getString();
        String text = "exited with code " + code + (reason.isEmpty() ? "" : ": " + Text.plain(reason));
        return new Incident(text, code != 0, false, code);
    }

    static Incident missedHeartbeat(Life life) {
        String trace = life.trace();
        return new Incident("missed its heartbeat" + (trace.isEmpty() ? "" : ", at " + trace), true, true, FAULT_CODE);
    }

    /** The supervisor before this one has ended while it dealt with it, or before it came to that. */
    static Incident unseen() {
        return new Incident("ended with the supervisor", true, true, FAULT_CODE);
    }

    /** Not each exception has a message. */
    static Incident cannotStart(RuntimeException cause) {
        String reason = cause.getMessage();
        String text = reason == null ? cause.toString() : reason;
        return new Incident("cannot be started: " + Text.plain(text), true, true, FAULT_CODE);
    }
}
