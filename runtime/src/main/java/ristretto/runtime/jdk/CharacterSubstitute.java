package ristretto.runtime.jdk;

import ristretto.runtime.Alias;
import ristretto.runtime.Digits;
import ristretto.runtime.Substitute;

/** Code points to characters, with a message that is put together without {@code String.format} and all that it brings. */
final class CharacterSubstitute {

    @Substitute("java.lang.Character")
    static final class Characters {

        static char[] toChars(int codePoint) {
            if (Character.isBmpCodePoint(codePoint)) {
                return new char[] {(char) codePoint};
            }
            if (!Character.isValidCodePoint(codePoint)) {
                throw invalid(codePoint);
            }
            return new char[] {Character.highSurrogate(codePoint), Character.lowSurrogate(codePoint)};
        }

        static int toChars(int codePoint, char[] target, int index) {
            char[] characters = toChars(codePoint);
            if (characters.length == 2) {
                target[index + 1] = characters[1];
            }
            target[index] = characters[0];
            return characters.length;
        }

        static int digit(int codePoint, int radix) {
            return Digits.digit(codePoint, radix);
        }

        static String getName(int codePoint) {
            throw new UnsupportedOperationException("the names of characters are not part of an image");
        }

        static int codePointOf(String name) {
            throw new UnsupportedOperationException("characters by name: the names are not part of an image");
        }

        private static RuntimeException invalid(int codePoint) {
            StringBuilder text = new StringBuilder("Not a valid Unicode code point: 0x");
            for (int shift = 28 - Integer.numberOfLeadingZeros(codePoint) / 4 * 4; shift >= 0; shift -= 4) {
                text.append("0123456789ABCDEF".charAt(codePoint >>> shift & 0xf));
            }
            return new IllegalArgumentException(text.toString());
        }

        private Characters() {}
    }

    /** The JDK's own repeats a character beyond the basic plane by way of a CharBuffer. */
    @Substitute("java.lang.AbstractStringBuilder")
    static final class Builder {

        @Alias("repeat")
        static native Object repeatCharacter(Object self, char character, int count);

        @Alias("appendCodePoint")
        static native Object appendOne(Object self, int codePoint);

        static Object repeat(Object self, int codePoint, int count) {
            if (count < 0) {
                throw new IllegalArgumentException("count is negative: " + count);
            }
            if (Character.isBmpCodePoint(codePoint)) {
                return repeatCharacter(self, (char) codePoint, count);
            }
            for (int i = 0; i < count; i++) {
                appendOne(self, codePoint);
            }
            return self;
        }

        private Builder() {}
    }

    private CharacterSubstitute() {}
}
