package ristretto.abi;

/** What every process may ask of its supervisor. */
public final class SupervisorProtocol {
    /**
     * The process ends. Word 0: exit code; word 1: number of bytes of the text that says why (a stack trace; 0: none);
     * words 2 to 119: the text, UTF-8, cut where it does not fit. Never answered.
     */
    public static final int EXIT = 1;

    /** Labels from here on belong to the services' own protocol. */
    public static final int FIRST_FREE = 16;

    private SupervisorProtocol() {}
}
