package ristretto.sdk.ring;

import ristretto.magic.CallRegisters;

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

    /** Loads a word of a slot. */
    default long loadOfSlot(long slot, int word) {
        return load(RingLayout.wordOf(slot) + word);
    }

    /** Stores a word, and the two in registers {@code a0} and {@code a1}, into a slot. */
    default void storeFew(long slot, long w0, CallRegisters registers) {
        storeSlot(slot, w0, registers.a0);
        store(RingLayout.wordOf(slot) + 2, registers.a1);
    }

    /** The same with the words in {@code a2} to {@code a6}, too. */
    default void storeSlot(long slot, long w0, CallRegisters registers) {
        int word = RingLayout.wordOf(slot);
        storeFew(slot, w0, registers);
        store(word + 3, registers.a2);
        store(word + 4, registers.a3);
        store(word + 5, registers.a4);
        store(word + 6, registers.a5);
        store(word + 7, registers.a6);
    }

    /** The same of two words. */
    default void storeSlot(long slot, long w0, long w1) {
        int word = RingLayout.wordOf(slot);
        store(word, w0);
        store(word + 1, w1);
    }

    /** Loads the words of a slot behind the first one into registers {@code a0} to {@code a6}, each once. */
    default void loadSlot(long slot, CallRegisters registers) {
        int word = RingLayout.wordOf(slot);
        loadFew(slot, registers);
        registers.a2 = load(word + 3);
        registers.a3 = load(word + 4);
        registers.a4 = load(word + 5);
        registers.a5 = load(word + 6);
        registers.a6 = load(word + 7);
    }

    /** The same of the two words that go into {@code a0} and {@code a1}. */
    default void loadFew(long slot, CallRegisters registers) {
        int word = RingLayout.wordOf(slot);
        registers.a0 = load(word + 1);
        registers.a1 = load(word + 2);
    }

    /** Stores messages into slots in a row. The caller has seen that the array holds so many from word {@code from} on. */
    void storeMessages(int word, long[] source, int from, int messages);

    /** Loads messages from slots in a row, each word once. The caller has seen that the array has room for them. */
    void loadMessages(int word, long[] target, int from, int messages);
}
