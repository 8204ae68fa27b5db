package ristretto.abi;

/**
 * Where a process finds what it was given: behind the words of a message in its message page, or, if that is too much for there, in a page
 * of its own that is only read. Its address is in {@code a0} at the first instruction.
 * Byte offsets of 64-bit words; strings are a 16-bit length and UTF-8 bytes.
 */
public final class StartupPage {
    public static final int MAGIC = 0;
    public static final int HEAP_START = 8;
    public static final int HEAP_BYTES = 16;
    /** Lowest mapped byte of the stack; the page below is never mapped. */
    public static final int STACK_LOW = 24;

    public static final int STACK_HIGH = 32;
    public static final int MESSAGE_PAGE = 40;
    /** Timer ticks per second. */
    public static final int TICKS_PER_SECOND = 48;
    /** Offset of the arguments of {@code main}: strings. */
    public static final int ARGUMENTS = 56;

    public static final int ARGUMENT_COUNT = 64;
    /** Offset of what it was given: entries of a 64-bit value (slot, or virtual address of a device) and a name. */
    public static final int GRANTS = 72;

    public static final int GRANT_COUNT = 80;
    /** Offset of the process's name. */
    public static final int NAME = 88;
    /** Slot of the endpoint of the supervisor (or, for the supervisor, of root); 0: none. See {@code SupervisorProtocol}. */
    public static final int SUPERVISOR = 96;
    /** Slot of the endpoint that carries standard input, output and error; 0: none. See {@link StreamProtocol}. */
    public static final int STREAMS = 104;
    /** Slot of a KernelLog that takes standard output and error where STREAMS is 0; 0: none. */
    public static final int LOG = 112;

    /** Address of the boot archive, for root and the supervisor; 0: not mapped. */
    public static final int ARCHIVE = 120;

    public static final int FIRST_FREE = 128;

    /** Where in a message page it lies, above the longest message. */
    public static final int IN_MESSAGE_PAGE = 1024;

    public static final long MAGIC_VALUE = 0x31_50_55_54_52_41_54_53L;

    private StartupPage() {}
}
