package ristretto.proofs;

/** Whether the machine may stop, because what it was given does not fit. */
public final class Stops {
    public static boolean allowed;

    private Stops() {}
}
