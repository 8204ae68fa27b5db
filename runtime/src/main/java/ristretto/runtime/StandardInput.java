package ristretto.runtime;

import java.io.IOException;
import java.io.InputStream;
import ristretto.runtime.platform.StandardStreams;

/**
 * Standard input as a stream of the JDK, with a buffer of its own, so that reading single bytes is not a call each. While it waits for
 * input others run.
 */
public final class StandardInput extends InputStream {
    public static final InputStream INPUT = new StandardInput();

    private static final int BUFFER_BYTES = 512;

    private byte[] buffer;
    private int next;
    private int end;

    @Override
    public int read() throws IOException {
        return fill() ? buffer[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if ((offset | length | bytes.length - offset - length) < 0) {
            throw new IndexOutOfBoundsException();
        }
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, end - next);
        System.arraycopy(buffer, next, bytes, offset, count);
        next += count;
        return count;
    }

    private boolean fill() {
        if (next < end) {
            return true;
        }
        if (buffer == null) {
            buffer = new byte[BUFFER_BYTES];
        }
        Scheduler.awaitInput();
        if (next < end) {
            // Another thread has read meanwhile.
            return true;
        }
        next = 0;
        end = Math.max(StandardStreams.read(buffer, 0, BUFFER_BYTES), 0);
        return end > 0;
    }

    @Override
    public int available() {
        return end - next;
    }
}
