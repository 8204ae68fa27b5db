package ristretto.sdk.protocol;

/** What the service {@code rogue} understands. */
public final class RogueProtocol {
    /** A string of {@link #deeds}. Reply, before the deed: label 0. */
    public static final int MISBEHAVE = 1;

    /** What it can do. */
    public static String[] deeds() {
        return new String[] {
            "read-kernel",
            "write-code",
            "null",
            "illegal",
            "privileged",
            "spin",
            "recurse",
            "fill-heap",
            "forge",
            "flood"
        };
    }

    private RogueProtocol() {}
}
