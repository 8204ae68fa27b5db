package ristretto.console;

/** Bytes that were received and that nobody has read yet. What does not fit is lost, as on any terminal. */
final class Input {
    private static final int MOST = 4096;

    private byte[] bytes = new byte[64];
    private int first;
    private int count;
    private boolean ended;

    void add(int value) {
        if (count < MOST) {
            if (count == bytes.length) {
                grow();
            }
            bytes[(first + count) % bytes.length] = (byte) value;
            count++;
        }
    }

    /** Nothing comes any more. */
    void end() {
        ended = true;
    }

    private void grow() {
        byte[] larger = new byte[2 * bytes.length];
        int kept = count;
        take(larger, kept);
        bytes = larger;
        first = 0;
        count = kept;
    }

    /** A reader need not wait: there is something, or there will never be. */
    boolean isReady() {
        return count > 0 || ended;
    }

    /** Moves up to {@code most} bytes; answers how many. */
    int take(byte[] target, int most) {
        int taken = Math.min(most, count);
        for (int i = 0; i < taken; i++) {
            target[i] = bytes[(first + i) % bytes.length];
        }
        first = (first + taken) % bytes.length;
        count -= taken;
        return taken;
    }
}
