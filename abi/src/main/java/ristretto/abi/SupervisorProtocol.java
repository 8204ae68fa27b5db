package ristretto.abi;

/** What every process may ask of its supervisor. */
public final class SupervisorProtocol {
    /**
     * The process ends. Word 0: exit code; word 1: number of bytes of the text that says why (a stack trace; 0: none);
     * words 2 to 119: the text, UTF-8, cut where it does not fit. Never answered.
     */
    public static final int EXIT = 1;

    /**
     * Word 0: number of a part, counted from the end of the heap's own memory. The heap, which may borrow, gets the use of it, {@link #LENT_BYTES}, zeroed. Reply: label
     * 0, or another one where there is nothing to lend. Word 1: 1 if the answer may take as long as the supervisor waits for others to give back, else 0.
     */
    public static final int BORROW = 2;

    /** Word 0: number of a part, which the process does not use any more. Reply: label 0. */
    public static final int GIVE_BACK = 3;

    /** In so large parts memory is lent; each begins at a multiple of this. */
    public static final long LENT_BYTES = 64 << 10;

    /** The bit of the notification of a process by which the supervisor asks for what it has borrowed and does not need. */
    public static final long MEMORY_WANTED = 1L << 46;

    /** How many may wait for the supervisor's answers, and one: into that the next call is received. */
    public static final int REPLIES = 2;

    /** Labels from here on belong to the services' own protocol. */
    public static final int FIRST_FREE = 16;

    private SupervisorProtocol() {}
}
