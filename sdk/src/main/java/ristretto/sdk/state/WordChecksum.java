package ristretto.sdk.state;

/** Finds damage, not malice. */
public final class WordChecksum {
    private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

    /** The checksum with a further word. */
    public static long mixed(long checksum, long word) {
        long sum = (checksum ^ word) * MIX;
        return sum ^ sum >>> 32;
    }

    private WordChecksum() {}
}
