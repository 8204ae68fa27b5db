package ristretto.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Digits of all characters are the JDK's. */
class DigitsTest {
    @Test
    void areTheSameForEachCodePointAndRadix() {
        for (int codePoint = -2; codePoint <= Character.MAX_CODE_POINT + 2; codePoint++) {
            int all = Digits.digit(codePoint, Character.MAX_RADIX);
            assertEquals(Character.digit(codePoint, Character.MAX_RADIX), all, Integer.toHexString(codePoint));
            if (all >= 0) {
                for (int radix = -1; radix <= 40; radix++) {
                    assertEquals(Character.digit(codePoint, radix), Digits.digit(codePoint, radix));
                }
            }
        }
    }
}
