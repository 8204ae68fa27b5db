package ristretto.bench.ring;

import java.util.Arrays;

/** The median of what was counted: a batch in which a timer interrupt or a wait fell does not show. */
final class RingMeter {
    static final int BATCHES = 63;
    static final int BATCH = 32;

    private final long[] counts = new long[BATCHES];
    private int size;

    void count(long instructions) {
        if (size < counts.length) {
            counts[size++] = instructions;
        }
    }

    boolean isFull() {
        return size == counts.length;
    }

    long median() {
        Arrays.sort(counts);
        return counts[counts.length / 2];
    }
}
