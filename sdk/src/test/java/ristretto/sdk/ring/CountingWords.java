package ristretto.sdk.ring;

import java.util.Arrays;

/** Shared words that count how often each is read. */
final class CountingWords implements SharedWords {
    private final long[] values;
    private final int[] loads;

    CountingWords(int size) {
        values = new long[size];
        loads = new int[size];
    }

    int loads(int word) {
        return loads[word];
    }

    void reset() {
        Arrays.fill(loads, 0);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public long load(int word) {
        loads[word]++;
        return values[word];
    }

    @Override
    public long loadAcquire(int word) {
        return load(word);
    }

    @Override
    public void store(int word, long value) {
        values[word] = value;
    }

    @Override
    public void storeRelease(int word, long value) {
        values[word] = value;
    }

    @Override
    public void fence() {}

    @Override
    public void storeMessages(int word, long[] source, int from, int messages) {
        for (int i = 0; i < messages * RingLayout.MESSAGE_WORDS; i++) {
            store(word + i, source[from + i]);
        }
    }

    @Override
    public void loadMessages(int word, long[] target, int from, int messages) {
        for (int i = 0; i < messages * RingLayout.MESSAGE_WORDS; i++) {
            target[from + i] = load(word + i);
        }
    }
}
