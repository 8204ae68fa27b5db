package ristretto.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bit for bit what the JVM's {@code %} gives, NaNs being equal to one another. */
class FloatingRemainderTest {
    private static final double[] CORNERS = {
        0.0,
        1.0,
        1.5,
        3.0,
        Double.MIN_VALUE,
        3 * Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Math.nextDown(Double.MIN_NORMAL),
        Math.nextUp(Double.MIN_NORMAL),
        Double.MAX_VALUE,
        Math.nextDown(Double.MAX_VALUE),
        Math.nextDown(1.0),
        Math.nextUp(1.0),
        0x1p52,
        0x1p53,
        Double.POSITIVE_INFINITY,
        Double.NaN
    };

    @Test
    void cornersAgainstCorners() {
        for (double a : CORNERS) {
            for (double b : CORNERS) {
                check(a, b);
                check(-a, b);
                check(a, -b);
                check(-a, -b);
                check((float) a, (float) b);
                check((float) -a, (float) b);
            }
        }
    }

    @Test
    void randomBits() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) {
            check(Double.longBitsToDouble(random.nextLong()), Double.longBitsToDouble(random.nextLong()));
            check(Float.intBitsToFloat(random.nextInt()), Float.intBitsToFloat(random.nextInt()));
        }
    }

    @Test
    void closeExponentsAndSubnormals() {
        Random random = new Random(2);
        for (int i = 0; i < 1_000_000; i++) {
            long exponent = (long) random.nextInt(8) << 52;
            check(
                    Double.longBitsToDouble(exponent | random.nextLong() >>> 12 + random.nextInt(52)),
                    Double.longBitsToDouble(random.nextLong() >>> 12 + random.nextInt(52)));
            check(random.nextInt(1 << 20) / 8f, random.nextInt(1 << 10) / 16f);
        }
    }

    private static void check(double a, double b) {
        assertEquals(
                Double.doubleToLongBits(a % b),
                Double.doubleToLongBits(FloatingRemainder.remainder(a, b)),
                () -> a + " % " + b);
    }

    private static void check(float a, float b) {
        assertEquals(
                Float.floatToIntBits(a % b),
                Float.floatToIntBits(FloatingRemainder.remainder(a, b)),
                () -> a + " % " + b);
    }
}
