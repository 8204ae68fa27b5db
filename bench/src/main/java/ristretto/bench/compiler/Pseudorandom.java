package ristretto.bench.compiler;

/** The same numbers in Java and in C, from a linear congruential generator. */
final class Pseudorandom {
    private int state;

    Pseudorandom(int seed) {
        state = seed;
    }

    /** At least 0 and less than {@code bound}, which is at most 65,536. */
    int next(int bound) {
        state = state * 1_103_515_245 + 12_345;
        return (state >>> 16) % bound;
    }
}
