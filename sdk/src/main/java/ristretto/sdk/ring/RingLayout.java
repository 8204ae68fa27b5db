package ristretto.sdk.ring;

/**
 * Where everything of a ring lies, in words of eight bytes. Each word of the head has a cache line of its own, which one end
 * writes and the other reads; a wait word is set by the end that sleeps and cleared by whoever wakes it.
 *
 * <p>Indices count messages since the ring was made and never wrap ({@code long}); the slot is the index modulo the capacity. All zero is an
 * empty ring with nobody at its ends.
 */
public final class RingLayout {
    /** Words of a message: 64 bytes. */
    public static final int MESSAGE_WORDS = 8;

    public static final int MESSAGE_BYTES = 8 * MESSAGE_WORDS;

    /** What a system description's ring takes: 128 messages. */
    public static final int BYTES = 12 << 10;

    /** Index of the next message that the producer will publish. */
    static final int TAIL = 0;
    /** Index of the next message that the consumer will take. */
    public static final int HEAD = 8;
    /** Not 0: the producer sleeps until there is room. */
    static final int PRODUCER_WAITS = 16;
    /** Not 0: the consumer sleeps until there is a message. */
    static final int CONSUMER_WAITS = 24;
    /** How many lives of the producer's process have ended: counted by whoever ends them, before the next one begins. */
    public static final int PRODUCER_ENDS = 32;

    public static final int CONSUMER_ENDS = 40;

    /** What {@link #HEAD} was when a life of the consumer's process ended: written before that is counted. */
    public static final int TAKEN = 48;

    /** The messages' first word. */
    static final int SLOTS = 64;

    /** The largest power of two of messages that has room in so many words. */
    static int capacity(int words) {
        if (words < SLOTS + MESSAGE_WORDS) {
            throw new IllegalArgumentException(
                    "ring: expected at least " + (SLOTS + MESSAGE_WORDS) + " words, got " + words);
        }
        return Integer.highestOneBit((words - SLOTS) / MESSAGE_WORDS);
    }

    /** The first word of a slot. */
    static int wordOf(long slot) {
        return SLOTS + (int) slot * MESSAGE_WORDS;
    }

    private RingLayout() {}
}
