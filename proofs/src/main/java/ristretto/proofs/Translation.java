package ristretto.proofs;

/** What translates addresses in a proof. */
public final class Translation {
    /** Whether the control register reads as what was written last; otherwise it reads as anything. */
    public static boolean known;

    public static long control;

    /** The last number of a space of which all translations were forgotten. */
    public static long forgotten = -1;

    private Translation() {}
}
