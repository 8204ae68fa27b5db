package ristretto.sdk.protocol;

/** What the service {@code counter} understands. */
public final class CounterProtocol {
    /** Counts one further. Reply: label 0, word 0 the new count. */
    public static final int COUNT = 1;

    private CounterProtocol() {}
}
