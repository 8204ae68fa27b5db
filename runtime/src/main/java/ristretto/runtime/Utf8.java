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
        return encode(text, 0);
    }

    /** With a line's end. */
    public static byte[] encodeLine(String text) {
        byte[] line = encode(text, 1);
        line[line.length - 1] = '\n';
        return line;
    }

    /** And so many bytes more, which are 0. */
    private static byte[] encode(String text, int more) {
        int length = text.length();
        int bytes = 0;
        for (int i = 0; i < length; i++) {
            char c = Text.at(text, i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            if (isPair(text, i)) {
                bytes++;
                i++;
            } else if (Character.isSurrogate(c)) {
                bytes -= 2;
            }
        }
        byte[] result = new byte[bytes + more];
        int end = 0;
        for (int i = 0; i < length; i++) {
            if (isPair(text, i)) {
                end = put(result, end, Character.toCodePoint(Text.at(text, i), Text.at(text, i + 1)));
                i++;
            } else {
                char c = Text.at(text, i);
                end = put(result, end, Character.isSurrogate(c) ? '?' : c);
            }
        }
        return result;
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(Text.at(text, i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(Text.at(text, i + 1));
    }

    private static int put(byte[] result, int start, int codePoint) {
        int followers = codePoint < 0x80 ? 0 : codePoint < 0x800 ? 1 : codePoint < 0x1_0000 ? 2 : 3;
        int head = followers == 0 ? 0 : 0xf80 >> followers & 0xff;
        result[start] = (byte) (head | codePoint >> 6 * followers);
        for (int i = 1; i <= followers; i++) {
            result[start + i] = (byte) (0x80 | codePoint >> 6 * (followers - i) & 0x3f);
        }
        return start + 1 + followers;
    }

    /** What our own tools wrote, and so is right. */
    public static String decodeValid(byte[] bytes) {
        Text text = new Text();
        for (int next = 0; next < bytes.length; ) {
            int first = bytes[next];
            int size = first >= 0 ? 1 : Integer.numberOfLeadingZeros(~first << 24);
            text.putCodePoint(codePointAt(bytes, next, size));
            next += size;
        }
        return text.toString();
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
