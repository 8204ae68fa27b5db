package ristretto.proofs;

/** Interrupts in a proof. */
public final class Interrupts {
    /** Whether one waits: always, so that what lets them pass makes one step and ends; or at any time or never. */
    public static boolean pending;

    /** The line that the controller was told last to be done with; 0: none. */
    public static int completed;

    private Interrupts() {}
}
