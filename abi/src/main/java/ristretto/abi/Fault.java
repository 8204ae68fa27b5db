package ristretto.abi;

/**
 * Kinds of faults. The kernel turns a thread's fault into a CALL on its fault endpoint, with label
 * {@code Tag.FAULT_BASE + kind} and the words: 0 faulting address (stval), 1 program counter, 2 scause, 3 stack
 * pointer, 4 frame pointer (s0), 5 return address. A reply with label 0 resumes the thread where it stopped, one with
 * another label leaves it suspended.
 */
public final class Fault {
    public static final int LOAD_PAGE = 1;
    public static final int STORE_PAGE = 2;
    public static final int INSTRUCTION_PAGE = 3;
    public static final int ILLEGAL_INSTRUCTION = 4;
    public static final int MISALIGNED = 5;
    public static final int BREAKPOINT = 6;
    /** An access that the bus or physical memory protection refused. */
    public static final int ACCESS = 7;
    /** An {@code ecall} whose number is no system call. */
    public static final int UNKNOWN_CALL = 8;
    /** An {@code ecall} of a thread that is flagged foreign, whatever its number. The words are a0 to a7. */
    public static final int FOREIGN_CALL = 9;
    /** The budget is used up, and the thread is flagged to say so. */
    public static final int BUDGET = 10;

    /**
     * Label of an answer to UNKNOWN_CALL and FOREIGN_CALL: the call is done. The message's words 0 to 7 become a0 to a7,
     * and the thread goes on behind its {@code ecall}.
     */
    public static final int ANSWER_CALL = 1;

    public static final int WORDS = 6;

    private Fault() {}
}
