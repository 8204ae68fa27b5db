package ristretto.kernel;

import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/** Scans of words. */
final class BitsProofs {
    @Proof(universe = "all words", quick = true, planted = "Bits.highest: negate")
    static void highest() {
        long word = Any.word();
        int number = Bits.highest(word);
        assert number >= 0 && number < 64;
        assert word == 0 ? number == 0 : word >>> number == 1;
        Probe.reached();
    }

    @Proof(universe = "all words", planted = "Bits.highest: negate")
    static void lowest() {
        long word = Any.word();
        int number = Bits.lowest(word);
        assert number >= 0 && number < 64;
        assert word == 0 ? number == 0 : (word >>> number & 1) == 1 && (word & (1L << number) - 1) == 0;
        Probe.reached();
    }
}
