package ristretto.compiler.link;

import java.util.Arrays;

/** Writes little-endian numbers, unsigned LEB128 numbers and bytes one after the other. */
final class ByteWriter {
    private byte[] bytes = new byte[1024];
    private int size;

    int size() {
        return size;
    }

    ByteWriter write1(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
        return this;
    }

    ByteWriter write2(int value) {
        return write1(value).write1(value >> 8);
    }

    ByteWriter write4(int value) {
        return write2(value).write2(value >> 16);
    }

    ByteWriter write8(long value) {
        return write4((int) value).write4((int) (value >>> 32));
    }

    ByteWriter writeLeb(int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            write1(rest | 0x80);
            rest >>>= 7;
        }
        return write1(rest);
    }

    ByteWriter write(byte[] content) {
        for (byte one : content) {
            write1(one);
        }
        return this;
    }

    /** Zero bytes up to the next multiple of a power of two. */
    ByteWriter align(int alignment) {
        while ((size & alignment - 1) != 0) {
            write1(0);
        }
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
