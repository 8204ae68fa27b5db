package ristretto.runtime;

import java.io.IOException;
import java.io.InputStream;

/**
 * Characters from a stream of UTF-8, as many as are there without waiting twice. A sequence that is cut is completed byte by
 * byte, so nothing has to be remembered between two calls.
 */
public final class Utf8Reader {
    private static final int LARGEST_READ = 2048;
    private static final int LONGEST_SEQUENCE = 4;

    /** Fills {@code buffer} from {@code offset} to at most {@code end}, two characters or more; answers how many, -1 at the end. */
    public static int read(InputStream in, char[] buffer, int offset, int end) throws IOException {
        int room = end - offset;
        int wanted = Math.clamp(room - LONGEST_SEQUENCE, 1, LARGEST_READ);
        byte[] bytes = new byte[wanted + LONGEST_SEQUENCE];
        int count = in.read(bytes, 0, wanted);
        if (count < 0) {
            return -1;
        }
        for (int missing = missing(bytes, count); missing > 0; missing--) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            bytes[count++] = (byte) next;
            if ((next & 0xc0) != 0x80) {
                break;
            }
        }
        String text = Utf8.decode(bytes, 0, count);
        int length = Math.min(text.length(), room);
        text.getChars(0, length, buffer, offset);
        return length;
    }

    /** Bytes that the last sequence still lacks. */
    private static int missing(byte[] bytes, int count) {
        int start = count - 1;
        while (start > 0 && start > count - LONGEST_SEQUENCE && (bytes[start] & 0xc0) == 0x80) {
            start--;
        }
        int first = bytes[start] & 0xff;
        int size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
        return Math.max(0, size - (count - start));
    }

    private Utf8Reader() {}
}
