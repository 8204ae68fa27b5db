package ristretto.runtime.zip;

import java.util.Arrays;

/** Bits and bytes that are written and not yet taken by the caller. */
final class BitOutput {
    private byte[] bytes = new byte[1024];
    private int start;
    private int end;
    private long bits;
    private int bitCount;

    void reset() {
        start = 0;
        end = 0;
        bits = 0;
        bitCount = 0;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** The lowest bits of the value, lowest first. */
    void putBits(int value, int count) {
        bits |= (value & 0xffff_ffffL) << bitCount;
        bitCount += count;
        while (bitCount >= 8) {
            putByte((int) bits);
            bits >>>= 8;
            bitCount -= 8;
        }
    }

    /** Fills the last byte up with zeros. */
    void align() {
        if (bitCount > 0) {
            putByte((int) bits);
        }
        bits = 0;
        bitCount = 0;
    }

    private void putByte(int value) {
        makeRoom(1);
        bytes[end++] = (byte) value;
    }

    /** After {@link #align}. */
    void putBigEndian(int value, int count) {
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            putByte(value >>> shift);
        }
    }

    void putBytes(byte[] from, int offset, int length) {
        makeRoom(length);
        System.arraycopy(from, offset, bytes, end, length);
        end += length;
    }

    private void makeRoom(int count) {
        if (end + count > bytes.length) {
            System.arraycopy(bytes, start, bytes, 0, end - start);
            end -= start;
            start = 0;
            if (end + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end + count, 2 * bytes.length));
            }
        }
    }

    /** Hands out as much as there is room for; answers how much. */
    int take(byte[] to, int offset, int room) {
        int count = Math.min(room, end - start);
        System.arraycopy(bytes, start, to, offset, count);
        start += count;
        return count;
    }
}
