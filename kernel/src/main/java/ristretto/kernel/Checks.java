package ristretto.kernel;

import ristretto.kernel.riscv64.Panic;
import ristretto.magic.NoInline;

/** Where compiled kernel code goes when one of Java's own checks fails: the machine stops. None of these returns. */
public final class Checks {
    @NoInline
    static void arrayIndex(int index, int length) {
        Panic.stop("array index out of bounds", index, length);
    }

    @NoInline
    static void classCast() {
        Panic.stop("object is of another class", 0, 0);
    }

    @NoInline
    static void division() {
        Panic.stop("division by zero", 0, 0);
    }

    @NoInline
    static void negativeArraySize(int size) {
        Panic.stop("array of negative size", size, 0);
    }

    @NoInline
    static void unreachable() {
        Panic.stop("code reached that never can be", 0, 0);
    }

    private Checks() {}
}
