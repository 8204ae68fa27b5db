package ristretto.runtime.platform;

/** Bytes that nobody can guess. */
public final class Entropy {

    /**
     * Fills the array from the machine's source of entropy.
     *
     * @throws UnsupportedOperationException where there is none: what is not random is not handed out as if it were
     */
    public static native void fill(byte[] bytes);

    private Entropy() {}
}
