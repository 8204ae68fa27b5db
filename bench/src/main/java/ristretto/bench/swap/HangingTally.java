package ristretto.bench.swap;

/** A version that never gets as far as to wait for calls. */
public final class HangingTally {
    public static void main(String[] arguments) {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private HangingTally() {}
}
