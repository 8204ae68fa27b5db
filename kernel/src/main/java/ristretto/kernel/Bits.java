package ristretto.kernel;

import ristretto.magic.LoopBound;

/** Scans of words, written out because the kernel calls nothing of the JDK. */
final class Bits {
    /** Number of the highest bit that is set; of 0: 0. */
    @LoopBound(value = 6, reason = "halves of 64 bits")
    static int highest(long word) {
        int number = 0;
        for (int half = 32; half != 0; half >>= 1) {
            if (word >>> half != 0) {
                word >>>= half;
                number += half;
            }
        }
        return number;
    }

    /** Number of the lowest bit that is set; of 0: 0. */
    static int lowest(long word) {
        return highest(word & -word);
    }

    private Bits() {}
}
