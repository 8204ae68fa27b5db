package ristretto.kernel;

import org.cprover.CProver;

/** Stands in for {@link Bits} in proofs of what uses it: says what the result is, not how one finds it; {@link BitsProofs} proves that. */
final class BitsStandIn {
    static int highest(long word) {
        if (word == 0) {
            return 0;
        }
        int number = CProver.nondetInt();
        CProver.assume(number >= 0 && number < 64 && word >>> number == 1);
        return number;
    }

    static int lowest(long word) {
        return highest(word & -word);
    }

    private BitsStandIn() {}
}
