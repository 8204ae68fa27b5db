package ristretto.proofs;

/** Whether interrupts wait in a proof: always, so that what lets them pass makes one step and ends; or at any time or never. */
public final class Interrupts {
    public static boolean pending;

    private Interrupts() {}
}
