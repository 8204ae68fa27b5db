package ristretto.runtime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as the JDK writes and reads it, wrong input becoming a replacement character. It is the one charset of readers,
 * writers and print streams, so that no machinery of encoders and decoders is part of an image.
 */
public final class Utf8 {
    private static final char REPLACEMENT = '\ufffd';

    /** Writers and readers know no other charset, but what is ASCII is also UTF-8. */
    public static void require(Charset charset) {
        if (charset != StandardCharsets.UTF_8 && charset != StandardCharsets.US_ASCII) {
            throw new UnsupportedOperationException("readers and writers use UTF-8 only");
        }
    }

    public static byte[] encode(String text) {
        int length = text.length();
        int bytes = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            if (isPair(text, i)) {
                bytes++;
                i++;
            } else if (Character.isSurrogate(c)) {
                bytes -= 2;
            }
        }
        byte[] result = new byte[bytes];
        int end = 0;
        for (int i = 0; i < length; i++) {
            if (isPair(text, i)) {
                end = put(result, end, Character.toCodePoint(text.charAt(i), text.charAt(i + 1)));
                i++;
            } else {
                char c = text.charAt(i);
                end = put(result, end, Character.isSurrogate(c) ? '?' : c);
            }
        }
        return result;
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static int put(byte[] result, int start, int codePoint) {
        int end = start;
        if (codePoint < 0x80) {
            result[end++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            result[end++] = (byte) (0xc0 | codePoint >> 6);
            result[end++] = (byte) (0x80 | codePoint & 0x3f);
        } else if (codePoint < 0x1_0000) {
            result[end++] = (byte) (0xe0 | codePoint >> 12);
            result[end++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
            result[end++] = (byte) (0x80 | codePoint & 0x3f);
        } else {
            result[end++] = (byte) (0xf0 | codePoint >> 18);
            result[end++] = (byte) (0x80 | codePoint >> 12 & 0x3f);
            result[end++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
            result[end++] = (byte) (0x80 | codePoint & 0x3f);
        }
        return end;
    }

    /** Exactly as many replacement characters as the JDK's decoder puts for input that is not UTF-8. */
    public static String decode(byte[] bytes, int offset, int length) {
        StringBuilder text = new StringBuilder(length);
        int next = offset;
        int end = offset + length;
        while (next < end) {
            int first = bytes[next];
            int size = first >= 0 ? 1 : sequenceAt(bytes, next, end);
            text.appendCodePoint(size > 0 ? codePointAt(bytes, next, size) : REPLACEMENT);
            next += Math.abs(size);
        }
        return text.toString();
    }

    /** Bytes of the sequence that starts here; minus the bytes that one replacement character stands for, if it is wrong. */
    static int sequenceAt(byte[] bytes, int start, int end) {
        int first = bytes[start] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        int size = first >= 0xc2 && first < 0xe0
                ? 2
                : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
        if (size == 0) {
            return -1;
        }
        for (int i = 1; i < size; i++) {
            int lowest = i > 1 ? 0x80 : first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
            int highest = i > 1 ? 0xbf : first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
            int follower = start + i < end ? bytes[start + i] & 0xff : 0;
            if (follower < lowest || follower > highest) {
                return first == 0xed && i == 1 && follower > highest && follower <= 0xbf
                        ? surrogate(bytes, start, end)
                        : -i;
            }
        }
        return size;
    }

    /** An encoded surrogate counts as one wrong sequence of three bytes. */
    private static int surrogate(byte[] bytes, int start, int end) {
        return start + 2 < end && (bytes[start + 2] & 0xc0) == 0x80 ? -3 : -2;
    }

    static int codePointAt(byte[] bytes, int start, int size) {
        int first = bytes[start] & 0xff;
        int value = size == 1 ? first : first & 0x7f >> size;
        for (int i = 1; i < size; i++) {
            value = value << 6 | bytes[start + i] & 0x3f;
        }
        return value;
    }

    /** ISO 8859-1, or US-ASCII. */
    public static String decodeSingle(byte[] bytes, int offset, int length, boolean ascii) {
        StringBuilder text = new StringBuilder(length);
        for (int i = offset; i < offset + length; i++) {
            text.append(ascii && bytes[i] < 0 ? REPLACEMENT : (char) (bytes[i] & 0xff));
        }
        return text.toString();
    }

    private Utf8() {}
}
