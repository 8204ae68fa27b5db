package ristretto.entropy;

import ristretto.sdk.ring.SharedWords;

/**
 * The entropy device of virtio (1.2, section 5.4): it fills buffers with random bytes. There is one buffer, and a queue with one entry, so that each part of the
 * queue is a word or two of 64 bits (section 2.7), and the entry's number is always 0.
 *
 * <p>What the device writes is checked: a device that says what cannot be is reset, and the driver fails, so that its next life begins with it anew.
 */
final class VirtioEntropy {
    static final int BUFFER_BYTES = 256;

    /** Words of the memory that driver and device share: descriptor (address; length, flags and next), available and used ring, buffer. */
    private static final int DESCRIPTOR = 0;

    private static final int AVAILABLE = 8;
    private static final int USED = 16;
    private static final int BUFFER = 32;
    static final int WORDS = BUFFER + BUFFER_BYTES / 8;

    /** Flag of a descriptor, in the upper half of its second word: the device writes the buffer. */
    private static final long DEVICE_WRITES = 2L << 32;

    private static final int INDEX_SHIFT = 16;
    private static final long INDEX_MASK = 0xffff;

    private final VirtioRegisters registers;
    private final SharedWords words;
    /** How many times the buffer was given to the device, modulo 2 to the power of 16. */
    private long given;

    private boolean asked;
    private boolean works;

    /** @param physicalAddress of the words, which nobody but this driver and the device use */
    VirtioEntropy(VirtioRegisters registers, SharedWords words, long physicalAddress) {
        this.registers = registers;
        this.words = words;
        if (!registers.isDevice(VirtioRegisters.ENTROPY_DEVICE)) {
            return;
        }
        registers.reset();
        for (int word = 0; word < WORDS; word++) {
            words.store(word, 0);
        }
        words.store(DESCRIPTOR, physicalAddress + 8L * BUFFER);
        words.store(DESCRIPTOR + 1, BUFFER_BYTES | DEVICE_WRITES);
        words.fence();
        works = registers.begin(
                physicalAddress + 8L * DESCRIPTOR, physicalAddress + 8L * AVAILABLE, physicalAddress + 8L * USED);
    }

    /** Whether bytes are to be expected of it. */
    boolean works() {
        return works;
    }

    /** Whether the device has the buffer. */
    boolean isAsked() {
        return asked;
    }

    /** Gives the device the buffer. */
    void ask() {
        asked = true;
        given = given + 1 & INDEX_MASK;
        words.storeRelease(AVAILABLE, given << INDEX_SHIFT);
        words.fence();
        registers.notifyDevice();
    }

    /** The device has interrupted, or may have. Answers how many bytes of the buffer it has filled; 0: it has not yet. */
    int filled() {
        registers.acknowledgeInterrupt();
        long head = words.loadAcquire(USED);
        long index = head >>> INDEX_SHIFT & INDEX_MASK;
        if (index == (given - 1 & INDEX_MASK)) {
            return 0;
        }
        long entry = head >>> 32;
        long length = words.load(USED + 1) & 0xffff_ffffL;
        if (index != given || entry != 0 || length == 0 || length > BUFFER_BYTES) {
            registers.reset();
            throw new IllegalStateException("entropy device: expected buffer 0 for the " + given + ". time with 1 to "
                    + BUFFER_BYTES + " bytes, got buffer " + entry + " for the " + index + ". time with " + length);
        }
        asked = false;
        return (int) length;
    }

    /** Takes a byte of what the device has filled, and leaves none behind. */
    int take(int number) {
        int word = BUFFER + number / 8;
        int shift = number % 8 * 8;
        long value = words.load(word);
        words.store(word, value & ~(0xffL << shift));
        return (int) (value >>> shift) & 0xff;
    }
}
