package ristretto.bench.hostile;

/** Pseudorandom numbers (xorshift64*, Vigna, arXiv:1402.6246), the same for the same seed everywhere. */
final class Dice {
    private static final long[] CORNERS = {
        0,
        1,
        -1,
        2,
        7,
        8,
        63,
        64,
        65,
        4095,
        4096,
        4097,
        8192,
        1 << 20,
        1 << 21,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 31,
        1L << 32,
        0xffff_ffffL,
        1L << 38,
        1L << 39,
        -4096,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0xffff_ffc0_8020_0000L,
        0x1000_0000L
    };

    private long state;

    Dice(long seed) {
        state = seed * 0x9e37_79b9_7f4a_7c15L ^ 0x5bd1_e995_9d1b_54a5L;
        if (state == 0) {
            state = 1;
        }
    }

    long next() {
        state ^= state >>> 12;
        state ^= state << 25;
        state ^= state >>> 27;
        return state * 0x2545_f491_4f6c_dd1dL;
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    boolean oneIn(int n) {
        return below(n) == 0;
    }

    int of(int[] values) {
        return values[below(values.length)];
    }

    /** A number as programs get them wrong: an end of a range, something near, or anything. */
    long strange() {
        return switch (below(4)) {
            case 0 -> next();
            case 1 -> next() >>> below(64);
            case 2 -> CORNERS[below(CORNERS.length)] + below(3) - 1;
            default -> CORNERS[below(CORNERS.length)];
        };
    }
}
