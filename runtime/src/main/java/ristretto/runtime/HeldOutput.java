package ristretto.runtime;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Text on its way to a stream: held back until 8 KiB are together, as the JDK's encoder does, so that a program that forgets
 * to flush loses the same text here as there.
 */
public final class HeldOutput extends OutputStream {
    private static final int CAPACITY = 8192;

    private final OutputStream out;
    private byte[] held = new byte[512];
    private int count;
    /** First half of a surrogate pair whose second half was not written yet; 0: none. */
    private char half;

    public HeldOutput(OutputStream out) {
        this.out = out;
    }

    public void write(char[] text, int offset, int length) throws IOException {
        StringBuilder part = new StringBuilder(length + 1);
        if (half != 0) {
            part.append(half);
            half = 0;
        }
        part.append(text, offset, length);
        int last = part.length() - 1;
        if (last >= 0 && Character.isHighSurrogate(part.charAt(last))) {
            half = part.charAt(last);
            part.setLength(last);
        }
        byte[] bytes = Utf8.encode(part.toString());
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (count + length > CAPACITY) {
            release();
        }
        if (length > CAPACITY) {
            out.write(bytes, offset, length);
            return;
        }
        if (count + length > held.length) {
            byte[] larger = new byte[Math.min(CAPACITY, Math.max(2 * held.length, count + length))];
            System.arraycopy(held, 0, larger, 0, count);
            held = larger;
        }
        System.arraycopy(bytes, offset, held, count, length);
        count += length;
    }

    /** Hands on what is held, without flushing the stream behind. */
    public void release() throws IOException {
        if (count > 0) {
            out.write(held, 0, count);
            count = 0;
        }
    }

    @Override
    public void flush() throws IOException {
        release();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (half != 0) {
            half = 0;
            write('?');
        }
        flush();
        out.close();
    }
}
