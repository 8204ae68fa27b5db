package ristretto.sdk.state;

/**
 * How the frame with a component's saved state is laid out, in words of 8 bytes:
 *
 * <pre>
 * 0  number of the last saved state, counted from 1; 0: there is none
 * 8  two places, of which the state number n has the place n % 2: length in bytes, checksum, bytes filled up with zeros
 * </pre>
 *
 * <p>A state is written to the place of the one before the last, and counts from the moment at which word 0 has its number. So one is always whole, whenever the
 * process ends.
 */
public final class StateLayout {
    /** Word of the number of the last saved state. */
    public static final int NUMBER = 0;

    static final int PLACES = 8;
    static final int LENGTH = 0;
    static final int CHECKSUM = 1;
    static final int BYTES = 2;

    private static final int PAGE_BYTES = 4096;

    /** Size of the frame for states of so many bytes, in whole pages; 0 for 0. */
    public static long frameBytes(long stateBytes) {
        if (stateBytes == 0) {
            return 0;
        }
        long words = PLACES + 2 * (BYTES + (stateBytes + 7 >> 3));
        return 8 * words + PAGE_BYTES - 1 & -PAGE_BYTES;
    }

    private StateLayout() {}
}
