package ristretto.kernel;

/** Choices that bytes make, from the first to the last. When they are used up every choice is the first. */
final class FuzzedBytes {
    private final byte[] bytes;
    private int at;

    FuzzedBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isEmpty() {
        return at >= bytes.length;
    }

    /** One of so many, at most 256. */
    int choice(int count) {
        return (int) number(1) % count;
    }

    boolean bit() {
        return choice(2) == 1;
    }

    /** Of so many bytes, the lowest first; not negative if there are fewer than eight. */
    long number(int count) {
        long number = 0;
        for (int i = 0; i < count; i++) {
            long next = isEmpty() ? 0 : bytes[at++] & 0xff;
            number |= next << 8 * i;
        }
        return number;
    }
}
