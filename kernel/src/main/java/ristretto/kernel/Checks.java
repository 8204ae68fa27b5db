package ristretto.kernel;

import ristretto.kernel.riscv64.Panic;
import ristretto.magic.NoInline;

/** Where compiled kernel code goes when one of Java's own checks fails: the machine stops. None of these returns. */
public final class Checks {
    private static final byte[] INDEX_OUT_OF_BOUNDS = Text.of("array index out of bounds");
    private static final byte[] ANOTHER_CLASS = Text.of("object is of another class");
    private static final byte[] DIVISION_BY_ZERO = Text.of("division by zero");
    private static final byte[] NEGATIVE_SIZE = Text.of("array of negative size");
    private static final byte[] UNREACHABLE = Text.of("code reached that never can be");

    @NoInline
    static void arrayIndex(int index, int length) {
        Panic.stop(INDEX_OUT_OF_BOUNDS, index, length);
    }

    @NoInline
    static void classCast() {
        Panic.stop(ANOTHER_CLASS, 0, 0);
    }

    @NoInline
    static void division() {
        Panic.stop(DIVISION_BY_ZERO, 0, 0);
    }

    @NoInline
    static void negativeArraySize(int size) {
        Panic.stop(NEGATIVE_SIZE, size, 0);
    }

    @NoInline
    static void unreachable() {
        Panic.stop(UNREACHABLE, 0, 0);
    }

    private Checks() {}
}
