package ristretto.proofs;

import org.cprover.CProver;

/** Values of which only the range is known. */
public final class Any {
    /** From 0, below the bound. */
    public static int below(int bound) {
        int value = CProver.nondetInt();
        CProver.assume(value >= 0 && value < bound);
        return value;
    }

    public static boolean flag() {
        return CProver.nondetBoolean();
    }

    public static long word() {
        return CProver.nondetLong();
    }

    private Any() {}
}
