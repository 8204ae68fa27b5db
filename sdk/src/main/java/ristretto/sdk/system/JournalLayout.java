package ristretto.sdk.system;

import ristretto.abi.SupervisorProtocol;

/**
 * Where in the supervisor's journal, which is a frame of root's, something lies, in bytes. Root writes the head before it starts the supervisor again; the rest is what the supervisor writes for its next life, and
 * nobody else reads or writes it. Up to {@link #WORDS} words are written by one call of the kernel: a supervisor that ends has written all of them, or none.
 */
public final class JournalLayout {
    /** How often the supervisor was started again. */
    public static final long RESTARTS = 0;
    /** Bytes of the text that says why its last life ended; the text follows. */
    public static final long REASON_BYTES = 8;

    public static final long REASON = 16;
    public static final int MOST_REASON_BYTES = 496;

    /** Words of a process's record, and of what is written at once. */
    public static final int WORDS = 6;

    /** Which run of the machine this is: a word. */
    public static final long RUN = REASON + MOST_REASON_BYTES;

    private static final long PROCESSES = RUN + 8;
    private static final long PROCESS_BYTES = 64;
    /** Behind a process's record: that of the group of which it is the first one. */
    private static final long GROUP = 8L * WORDS;

    /** Of a process. */
    public static long record(int process) {
        return PROCESSES + process * PROCESS_BYTES;
    }

    /** Of the group of which this process is the first one: a word. */
    public static long group(int process) {
        return record(process) + GROUP;
    }

    /** Of a part of the memory that is lent: a word. */
    public static long part(SystemTable table, int part) {
        return record(table.processes().size()) + 8L * part;
    }

    /** Of the whole journal, in whole pages. */
    public static long bytes(SystemTable table) {
        return part(table, parts(table)) + 4095 & -4096;
    }

    private static int parts(SystemTable table) {
        long lent = table.processes().get(SystemTable.SUPERVISOR).memory().loanBytes();
        return (int) (lent / SupervisorProtocol.LENT_BYTES);
    }

    private JournalLayout() {}
}
