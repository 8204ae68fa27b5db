package ristretto.abi;

/**
 * The tag of a message: what it is about and how long it is.
 *
 * <pre>
 * bits  0- 7  length in 64-bit words, 0 to {@link #MAXIMUM_WORDS}
 * bits  8-31  zero
 * bits 32-63  label, chosen by the sender
 * </pre>
 *
 * Words 0 to 7 travel in registers; word n from 8 on lies at byte 8 * n of the thread's message page.
 */
public final class Tag {
    public static final int REGISTER_WORDS = 8;
    public static final int MAXIMUM_WORDS = 120;

    /** Label of the message that the kernel makes of a bound notification's signal; word 0 holds the bits. */
    public static final int SIGNALLED = 0x7fff_0001;

    /** Labels of fault messages are {@code FAULT_BASE + kind}, see {@link Fault}. User messages stay below. */
    public static final int FAULT_BASE = 0x7ffe_0000;

    public static long of(int label, int words) {
        return (long) label << 32 | words;
    }

    public static int label(long tag) {
        return (int) (tag >> 32);
    }

    public static int words(long tag) {
        return (int) tag & 0xff;
    }

    private Tag() {}
}
