package ristretto.runtime.jdk;

import java.text.Normalizer;
import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;
import ristretto.runtime.UnicodeBlocks;

/** Regular expressions without the tables of canonical equivalence and scripts: half a megabyte that nearly nobody asks for. */
final class RegexSubstitute {

    @Substitute("java.text.Normalizer")
    static final class Equivalence {

        static String normalize(CharSequence text, Normalizer.Form form) {
            throw new UnsupportedOperationException("canonical equivalence of characters");
        }

        private Equivalence() {}
    }

    @Substitute("java.util.regex.CharPredicates")
    static final class Properties {

        static Object forUnicodeScript(String name) {
            throw new UnsupportedOperationException("scripts of Unicode in a regular expression");
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

        private Ranges() {}
    }

    private RegexSubstitute() {}
}
