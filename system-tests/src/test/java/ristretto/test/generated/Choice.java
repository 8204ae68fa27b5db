package ristretto.test.generated;

import java.util.List;
import java.util.SplittableRandom;

/** All decisions of a generated program; the same seed decides the same. */
final class Choice {
    private final SplittableRandom random;

    Choice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    final <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    long bits() {
        return random.nextLong();
    }
}
