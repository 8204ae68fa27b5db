package ristretto.runtime;

import ristretto.magic.Export;

/**
 * The operator {@code %} of {@code double} and {@code float} (JLS 15.17.3, C's {@code fmod}), which no instruction computes: LLVM calls it by
 * these symbols. Exact. The operator itself must not occur here.
 */
public final class FloatingRemainder {
    private static final long MAGNITUDE = Long.MAX_VALUE;
    private static final long INFINITY = 0x7ff0_0000_0000_0000L;
    private static final int FRACTION_BITS = 52;
    private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
    /** A significand shifted this far is still a positive {@code long}. */
    private static final int STEP = Long.SIZE - 1 - (FRACTION_BITS + 1);

    private FloatingRemainder() {}

    @Export("fmod")
    static double remainder(double dividend, double divisor) {
        long dividendBits = Double.doubleToRawLongBits(dividend);
        long sign = dividendBits & ~MAGNITUDE;
        long a = dividendBits & MAGNITUDE;
        long b = Double.doubleToRawLongBits(divisor) & MAGNITUDE;
        if (b == 0 || a >= INFINITY || b > INFINITY) {
            return Double.NaN;
        }
        if (a < b) {
            return dividend;
        }
        int divisorExponent = exponent(b);
        long divisorSignificand = significand(b);
        long rest = significand(a) % divisorSignificand;
        int shift = exponent(a) - divisorExponent;
        while (shift > 0) {
            int step = Math.min(shift, STEP);
            rest = (rest << step) % divisorSignificand;
            shift -= step;
        }
        return Double.longBitsToDouble(sign | bits(rest, divisorExponent));
    }

    /** The {@code double} remainder of two {@code float}s is one, so that nothing is rounded here. */
    @Export("fmodf")
    static float remainder(float dividend, float divisor) {
        return (float) remainder((double) dividend, (double) divisor);
    }

    /** Biased; a subnormal number counts as one with the smallest exponent and without hidden bit. */
    private static int exponent(long bits) {
        return Math.max((int) (bits >>> FRACTION_BITS), 1);
    }

    private static long significand(long bits) {
        long fraction = bits & HIDDEN_BIT - 1;
        return bits < HIDDEN_BIT ? fraction : fraction | HIDDEN_BIT;
    }

    private static long bits(long significand, int exponent) {
        long value = significand;
        int e = exponent;
        while (value != 0 && value < HIDDEN_BIT && e > 1) {
            value <<= 1;
            e--;
        }
        return value < HIDDEN_BIT ? value : value & HIDDEN_BIT - 1 | (long) e << FRACTION_BITS;
    }
}
