package ristretto.proofs;

/**
 * The end of a proof: an assertion that must fail. If it does not, nothing is ever allowed to get there, and the proof
 * would speak of no state at all.
 */
public final class Probe {
    public static void reached() {
        assert false;
    }

    private Probe() {}
}
