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

    public static final int WORDS = 6;

    private Fault() {}
}
