package ristretto.bench.ring;

import ristretto.sdk.ring.RingLayout;

/** Messages that tell which they are: sequence number, life of the sender, words made of both, and a checksum over all. */
final class Checksum {
    private static final long ODD = 0x9e37_79b9_7f4a_7c15L;
    private static final int LAST = RingLayout.MESSAGE_WORDS - 1;

    static void write(long[] words, int at, long sequence, long life) {
        words[at] = sequence;
        words[at + 1] = life;
        for (int i = 2; i < LAST; i++) {
            words[at + i] = (sequence + i) * ODD ^ life;
        }
        words[at + LAST] = of(words, at);
    }

    /** Over all words but the last. */
    static long of(long[] words, int at) {
        long sum = 1;
        for (int i = 0; i < LAST; i++) {
            sum = sum * ODD + words[at + i];
        }
        return sum;
    }

    static boolean isRight(long[] words, int at) {
        return words[at + LAST] == of(words, at);
    }

    private Checksum() {}
}
