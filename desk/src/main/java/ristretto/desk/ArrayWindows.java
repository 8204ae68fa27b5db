package ristretto.desk;

import ristretto.magic.ObjectLayout;

/**
 * Addresses of arrays of {@code long}, far above all that can be mapped, for code that copies between them and shared memory. Such an address is good until so many other arrays
 * have been asked for theirs; nobody keeps one longer than it copies.
 */
final class ArrayWindows {
    private static final int COUNT = 4;
    private static final long START = 1L << 50;
    private static final long STRIDE = 1L << 40;

    private final long[][] arrays = new long[COUNT][];
    private int next;

    /** The array's address. */
    long open(long[] array) {
        for (int i = 0; i < COUNT; i++) {
            if (arrays[i] == array) {
                return START + i * STRIDE;
            }
        }
        int window = next++ % COUNT;
        arrays[window] = array;
        return START + window * STRIDE;
    }

    /** Whether there is an element of an array at this address. */
    boolean holds(long address, int bytes) {
        if (address < START || address >= START + COUNT * STRIDE || bytes != Long.BYTES || address % Long.BYTES != 0) {
            return false;
        }
        long[] array = arrays[window(address)];
        long offset = address % STRIDE - ObjectLayout.ARRAY_DATA;
        return array != null && offset >= 0 && offset / Long.BYTES < array.length;
    }

    /** The element at an address that {@linkplain #holds holds} one. */
    long load(long address) {
        return arrays[window(address)][element(address)];
    }

    void store(long address, long value) {
        arrays[window(address)][element(address)] = value;
    }

    private static int window(long address) {
        return (int) ((address - START) / STRIDE);
    }

    private static int element(long address) {
        return (int) ((address % STRIDE - ObjectLayout.ARRAY_DATA) / Long.BYTES);
    }
}
