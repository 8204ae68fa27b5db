package ristretto.sdk.ring;

/**
 * Words of eight bytes that both ends of a ring see and may write at any moment. Each access happens once and whole; the orders
 * are those of {@link java.lang.invoke.VarHandle}. The ends only ask for words below {@link #size}.
 */
public interface SharedWords {
    /** Number of words. */
    int size();

    long load(int word);

    /** No later access of this end comes before it. */
    long loadAcquire(int word);

    void store(int word, long value);

    /** No earlier access of this end comes after it. */
    void storeRelease(int word, long value);

    /** The accesses of this end before it come before those behind it. */
    void fence();

    /** Stores a message's words from {@code from} on, of which the caller has seen that they are there. */
    void storeMessage(int word, long[] source, int from);

    /** Loads a message's words, each once, into an array that the caller has seen to be long enough. */
    void loadMessage(int word, long[] target, int from);
}
