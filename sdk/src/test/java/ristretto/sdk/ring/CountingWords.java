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
    public void storeMessage(int word, long[] source, int from) {
        System.arraycopy(source, from, values, word, RingLayout.MESSAGE_WORDS);
    }

    @Override
    public void loadMessage(int word, long[] target, int from) {
        for (int i = 0; i < RingLayout.MESSAGE_WORDS; i++) {
            target[from + i] = load(word + i);
        }
    }
}
