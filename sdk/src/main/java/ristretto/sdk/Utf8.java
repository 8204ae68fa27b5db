package ristretto.sdk;

/**
 * Text as UTF-8 bytes and back, without the JDK's charsets, which would be a large part of a small image. Bytes that
 * are no UTF-8, and halves of a surrogate pair, become U+FFFD.
 */
public final class Utf8 {
    private static final char REPLACEMENT = '\ufffd';

    public static byte[] encode(String text) {
        byte[] bytes = new byte[encodedLength(text)];
        encode(text, bytes, 0);
        return bytes;
    }

    /**
     * Writes the encoded text from {@code offset} on, as far as whole characters fit; answers the end of what was
     * written.
     */
    public static int encode(String text, byte[] bytes, int offset) {
        int at = offset;
        for (int i = 0; i < text.length(); i++) {
            int character = characterAt(text, i);
            int length = length(character);
            if (at + length > bytes.length) {
                return at;
            }
            if (length == 1) {
                bytes[at] = (byte) character;
            } else {
                for (int k = length - 1; k > 0; k--) {
                    bytes[at + k] = (byte) (0x80 | character & 0x3f);
                    character >>= 6;
                }
                bytes[at] = (byte) (0xf00 >> length | character);
            }
            at += length;
            if (length == 4) {
                i++;
            }
        }
        return at;
    }

    public static int encodedLength(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            int length = length(characterAt(text, i));
            bytes += length;
            if (length == 4) {
                i++;
            }
        }
        return bytes;
    }

    public static String decode(byte[] bytes, int offset, int length) {
        char[] characters = new char[length];
        int count = 0;
        int end = offset + length;
        for (int at = offset; at < end; ) {
            int first = bytes[at];
            int size = first >= 0 ? 1 : first >= -0x20 ? first >= -0x10 ? 4 : 3 : 2;
            int character = first >= 0 ? first : multiByte(bytes, at, size, end);
            if (character < 0) {
                characters[count++] = REPLACEMENT;
                at++;
            } else {
                if (character >= 0x10000) {
                    characters[count++] = (char) (0xd7c0 + (character >> 10));
                    characters[count++] = (char) (0xdc00 + (character & 0x3ff));
                } else {
                    characters[count++] = (char) character;
                }
                at += size;
            }
        }
        return new String(characters, 0, count);
    }

    /** The character of {@code size} bytes at {@code at}; -1 where there is none. */
    private static int multiByte(byte[] bytes, int at, int size, int end) {
        int first = bytes[at] & 0xff;
        if (first < 0xc2 || first > 0xf4 || end - at < size) {
            return -1;
        }
        int character = first & 0x7f >> size;
        for (int i = 1; i < size; i++) {
            int next = bytes[at + i] & 0xff;
            if (next >> 6 != 2) {
                return -1;
            }
            character = character << 6 | next & 0x3f;
        }
        boolean tooLong = length(character) != size;
        boolean surrogate = character >> 11 == 0x1b;
        return tooLong || surrogate || character > 0x10ffff ? -1 : character;
    }

    private static int characterAt(String text, int index) {
        char first = text.charAt(index);
        if (first >> 11 != 0x1b) {
            return first;
        }
        if (first < 0xdc00 && index + 1 < text.length() && text.charAt(index + 1) >> 10 == 0x37) {
            return 0x10000 + (first - 0xd800 << 10) + (text.charAt(index + 1) - 0xdc00);
        }
        return REPLACEMENT;
    }

    private static int length(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    private Utf8() {}
}
