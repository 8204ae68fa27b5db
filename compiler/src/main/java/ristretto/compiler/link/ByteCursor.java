package ristretto.compiler.link;

import java.nio.charset.StandardCharsets;

/** Reads little-endian numbers, LEB128 numbers and strings one after the other. */
final class ByteCursor {
    private final byte[] bytes;
    private int position;

    ByteCursor(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    int position() {
        return position;
    }

    void position(int newPosition) {
        position = newPosition;
    }

    boolean atEnd() {
        return position >= bytes.length;
    }

    int read1() {
        return bytes[position++] & 0xff;
    }

    int read2() {
        return read1() | read1() << 8;
    }

    int read4() {
        return read2() | read2() << 16;
    }

    long read8() {
        return Integer.toUnsignedLong(read4()) | (long) read4() << 32;
    }

    long readUnsignedLeb() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int part = read1();
            value |= (long) (part & 0x7f) << shift;
            if (part < 0x80) {
                return value;
            }
        }
    }

    long readSignedLeb() {
        long value = 0;
        for (int shift = 0; ; ) {
            int part = read1();
            value |= (long) (part & 0x7f) << shift;
            shift += 7;
            if (part < 0x80) {
                return shift < Long.SIZE && (part & 0x40) != 0 ? value | -1L << shift : value;
            }
        }
    }

    /** A string that ends with a zero byte. */
    String readString() {
        int start = position;
        while (bytes[position] != 0) {
            position++;
        }
        return new String(bytes, start, position++ - start, StandardCharsets.UTF_8);
    }
}
