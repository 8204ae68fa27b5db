package ristretto.runtime.platform.linux;

/** Linux's generator of random numbers. */
final class Entropy {

    static void fill(byte[] bytes) {
        int filled = 0;
        while (filled < bytes.length) {
            long count = Linux.call(Linux.GETRANDOM, Buffers.address(bytes, filled), bytes.length - filled, 0);
            if (count >= 0) {
                filled += (int) count;
            } else if (count != Linux.INTERRUPTED) {
                throw new UnsupportedOperationException("Linux gives no random numbers: error " + -count);
            }
        }
    }

    private Entropy() {}
}
