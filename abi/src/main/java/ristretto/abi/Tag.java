package ristretto.abi;

/**
 * The tag of a message: what it is about and how long it is.
 *
 * <pre>
 * bits  0- 7  length in 64-bit words, 0 to {@link #MAXIMUM_WORDS}
 * bits  8-23  a capability that travels with the message: sent, the slot that holds it; received, the slot that it is in
 *             now; 0: none
 * bits 24-29  the rights that the receiver is to have of it, {@link Rights}; received, those that it has
 * bits 30-31  zero
 * bits 32-63  label, chosen by the sender, not negative
 * </pre>
 *
 * Words 0 to 7 travel in registers; word n from 8 on lies at byte 8 * n of the thread's message page. Registers
 * that are no part of a message are 0 at the receiver, and undefined where the kernel made the message of a signal or a fault.
 */
public final class Tag {
    public static final int REGISTER_WORDS = 8;
    public static final int MAXIMUM_WORDS = 120;

    private static final int CAPABILITY_SHIFT = 8;
    private static final int RIGHTS_SHIFT = 24;

    /** Label of the message that the kernel makes of a bound notification's signal; word 0 holds the bits. */
    public static final int SIGNALLED = 0xc000_0001;

    /**
     * Labels of fault messages are {@code FAULT_BASE + kind}, see {@link Fault}. All labels that the kernel makes are
     * negative, and only those.
     */
    public static final int FAULT_BASE = 0x8000_0000;

    public static long of(int label, int words) {
        return (long) label << 32 | words;
    }

    /** A message that hands on the capability in a slot of the sender's table, with at most these rights. */
    public static long withCapability(long tag, int slot, int rights) {
        return tag | (long) slot << CAPABILITY_SHIFT | (long) rights << RIGHTS_SHIFT;
    }

    /** Slot of the capability that travels; 0: none does. */
    public static int capability(long tag) {
        return (int) (tag >>> CAPABILITY_SHIFT) & 0xffff;
    }

    public static int rights(long tag) {
        return (int) (tag >>> RIGHTS_SHIFT) & Rights.ALL;
    }

    public static int label(long tag) {
        return (int) (tag >> 32);
    }

    public static int words(long tag) {
        return (int) tag & 0xff;
    }

    private Tag() {}
}
