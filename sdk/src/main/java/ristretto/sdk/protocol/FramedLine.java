package ristretto.sdk.protocol;

import java.util.Arrays;
import ristretto.abi.Tag;

/**
 * Words of 64 bits, least significant byte first, in frames on a line of bytes as RFC 1055 (SLIP) has them: a byte {@code END} before and after each frame, and two bytes for each {@code END}
 * or {@code ESC} in it. Whatever came before, the reader is in step again with the next {@code END}; what is no frame is passed over.
 */
public final class FramedLine {
    /** Of a frame: a message, and what is said about it. */
    public static final int MAXIMUM_WORDS = Tag.MAXIMUM_WORDS + 8;

    private static final int END = 0xc0;
    private static final int ESC = 0xdb;
    private static final int ESCAPED_END = 0xdc;
    private static final int ESCAPED_ESC = 0xdd;

    private final byte[] bytes = new byte[8 * MAXIMUM_WORDS];
    private int length;
    private boolean escaped;
    /** This frame cannot be one any more. */
    private boolean broken;

    /** The bytes of a frame. */
    public static byte[] frame(long[] words) {
        byte[] frame = new byte[2 + 16 * words.length];
        int end = 0;
        frame[end++] = (byte) END;
        for (long word : words) {
            for (int shift = 0; shift < 64; shift += 8) {
                int value = (int) (word >>> shift) & 0xff;
                if (value == END || value == ESC) {
                    frame[end++] = (byte) ESC;
                    value = value == END ? ESCAPED_END : ESCAPED_ESC;
                }
                frame[end++] = (byte) value;
            }
        }
        frame[end++] = (byte) END;
        return Arrays.copyOf(frame, end);
    }

    /** Takes the next byte, 0 to 255; answers the words of the frame that ends with it, null: none does. */
    public long[] receive(int value) {
        if (value == END) {
            boolean whole = !broken && !escaped && length > 0 && length % 8 == 0;
            long[] words = whole ? words() : null;
            length = 0;
            escaped = false;
            broken = false;
            return words;
        }
        if (escaped) {
            escaped = false;
            broken |= value != ESCAPED_END && value != ESCAPED_ESC;
            put(value == ESCAPED_END ? END : ESC);
        } else if (value == ESC) {
            escaped = true;
        } else {
            put(value);
        }
        return null;
    }

    private void put(int value) {
        if (length == bytes.length) {
            broken = true;
        } else {
            bytes[length++] = (byte) value;
        }
    }

    private long[] words() {
        long[] words = new long[length / 8];
        for (int i = length - 1; i >= 0; i--) {
            words[i / 8] = words[i / 8] << 8 | bytes[i] & 0xff;
        }
        return words;
    }
}
