package ristretto.runtime;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * {@code Character.digit} from a table of all zeros that there are, so that whoever reads a number does not bring along the JDK's tables of all
 * characters.
 */
public final class Digits {
    private static final int FULL_WIDTH = 0xfee0;

    /** The code points of the zeros; the digits up to nine follow each. */
    private static final int[] ZEROS = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(codePoint -> Character.isDigit(codePoint) && Character.digit(codePoint, 10) == 0)
            .toArray();

    /** -1: it is no digit, or there is no such radix. */
    public static int digit(int codePoint, int radix) {
        int value = value(codePoint);
        boolean isRadix = radix >= Character.MIN_RADIX && radix <= Character.MAX_RADIX;
        return isRadix && value < radix ? value : -1;
    }

    private static int value(int codePoint) {
        if (codePoint >= '0' && codePoint <= '9') {
            return codePoint - '0';
        }
        int latin = codePoint > FULL_WIDTH ? codePoint - FULL_WIDTH : codePoint;
        int small = latin | 'a' - 'A';
        if (small >= 'a' && small <= 'z' && latin < 0x80) {
            return small - 'a' + 10;
        }
        if (codePoint < 0x80) {
            return -1;
        }
        int place = Arrays.binarySearch(ZEROS, codePoint);
        int zero = place >= 0 ? place : -place - 2;
        int value = zero < 0 ? -1 : codePoint - ZEROS[zero];
        return value < 10 ? value : -1;
    }

    private Digits() {}
}
