package ristretto.runtime.jdk;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;
import ristretto.runtime.Substitute;

/** A string's characters as they lie in memory. */
@Substitute("ristretto.runtime.Text")
final class TextSubstitute {

    static char at(String text, int index) {
        long value = Memory.addressOf(StringSubstitute.value(text)) + ObjectLayout.ARRAY_DATA;
        return (char)
                (StringSubstitute.coder(text) == 0
                        ? Memory.loadByte(value + index)
                        : Memory.loadShort(value + 2L * index));
    }

    private TextSubstitute() {}
}
