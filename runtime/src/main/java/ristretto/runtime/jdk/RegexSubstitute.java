package ristretto.runtime.jdk;

import java.util.regex.Matcher;
import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;
import ristretto.runtime.UnicodeBlocks;
import ristretto.runtime.Unless;

/**
 * Regular expressions without the tables of scripts, unless a pattern asks for them, and without canonical equivalence: half a megabyte that nearly
 * nobody uses.
 */
final class RegexSubstitute {
    private static final String SMALL_PROPERTY = "(?i:ALPHABETIC|LETTER|IDEOGRAPHIC|LOWERCASE|UPPERCASE|TITLECASE"
            + "|WHITE_?SPACE|CONTROL|PUNCTUATION|HEX_?DIGIT|ASSIGNED|NONCHARACTER_?CODE_?POINT|DIGIT|ALNUM|BLANK|GRAPH|PRINT|WORD"
            + "|JOIN_?CONTROL|EMOJI\\w*|EXTENDED_PICTOGRAPHIC|\\w\\w?)\\}";

    @Substitute("java.util.regex.Pattern$NFCCharProperty")
    static final class EquivalentCharacter {

        static boolean match(Object self, Matcher matcher, int index, CharSequence text) {
            throw new UnsupportedOperationException("CANON_EQ: canonical equivalence of characters is not supported");
        }

        private EquivalentCharacter() {}
    }

    @Substitute("java.util.regex.CharPredicates")
    static final class Properties {

        @Unless("\\\\[pP]\\{(Is(?!" + SMALL_PROPERTY + ")|(?i:script|sc)=)")
        static Object forUnicodeScript(String name) {
            throw new UnsupportedOperationException(
                    "a script of Unicode in a regular expression that is put together at run time: " + name);
        }

        static Object forUnicodeBlock(String name) {
            long bounds = UnicodeBlocks.bounds(name);
            return bounds < 0 ? null : Ranges.range((int) (bounds >> 32), (int) bounds);
        }

        private Properties() {}
    }

    @Substitute("java.util.regex.Pattern")
    static final class Ranges {

        @Alias("Range")
        static native Object range(int lower, int upper);

        static String normalize(String pattern) {
            throw new UnsupportedOperationException("CANON_EQ: canonical equivalence of characters is not supported");
        }

        private Ranges() {}
    }

    private RegexSubstitute() {}
}
