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

    /** Stores messages into slots in a row. The caller has seen that the array holds so many from word {@code from} on. */
    void storeMessages(int word, long[] source, int from, int messages);

    /** Loads messages from slots in a row, each word once. The caller has seen that the array has room for them. */
    void loadMessages(int word, long[] target, int from, int messages);
}
