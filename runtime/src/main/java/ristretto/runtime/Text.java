package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;
import ristretto.magic.Rare;
import ristretto.runtime.jdk.StringParts;

/**
 * Puts together the texts of exceptions and traces. They are part of every program, however small, and with this class instead of
 * {@code StringBuilder} such a program has neither that nor any range check of {@code String}: every access here is in
 * range by construction, and so is not checked.
 */
@Rare
public final class Text {
    private static final int FIRST_CAPACITY = 64;

    private char[] characters = new char[FIRST_CAPACITY];
    private int length;

    /** The character at an index that is in range. Compiled programs do without the check, see {@code TextSubstitute}. */
    public static char at(String text, int index) {
        return text.charAt(index);
    }

    public Text put(String text) {
        String shown = text == null ? "null" : text;
        int count = shown.length();
        for (int i = 0; i < count; i++) {
            put(at(shown, i));
        }
        return this;
    }

    public Text put(char character) {
        if (length == characters.length) {
            char[] longer = new char[2 * length];
            ArrayCopy.move(data(longer), data(characters), 2L * length);
            characters = longer;
        }
        Memory.storeShort(data(characters) + 2L * length++, character);
        return this;
    }

    public Text put(long number) {
        if (number < 0) {
            put('-');
        }
        long power = 1;
        while (number / power / 10 != 0) {
            power *= 10;
        }
        for (; power != 0; power /= 10) {
            long digit = number / power % 10;
            put((char) ('0' + (digit < 0 ? -digit : digit)));
        }
        return this;
    }

    void putCodePoint(int codePoint) {
        if (codePoint >= 0x1_0000) {
            put((char) ((codePoint >> 10) + 0xd7c0));
            put((char) (0xdc00 | codePoint & 0x3ff));
        } else {
            put((char) codePoint);
        }
    }

    private static long data(Object array) {
        return Memory.addressOf(array) + ObjectLayout.ARRAY_DATA;
    }

    @Override
    public String toString() {
        long from = data(characters);
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= Memory.loadShort(from + 2L * i);
        }
        boolean wide = all > 0xff;
        byte[] value = new byte[wide ? 2 * length : length];
        long to = data(value);
        if (wide) {
            ArrayCopy.move(to, from, 2L * length);
        }
        for (int i = 0; i < length && !wide; i++) {
            Memory.storeByte(to + i, Memory.loadShort(from + 2L * i));
        }
        return StringParts.make(value, wide);
    }
}
