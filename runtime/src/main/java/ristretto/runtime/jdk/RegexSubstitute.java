package ristretto.runtime.jdk;

import java.text.Normalizer;
import ristretto.runtime.Substitute;

/** Regular expressions without the tables of canonical equivalence, scripts and blocks: half a megabyte that nearly nobody asks for. */
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
            throw new UnsupportedOperationException("blocks of Unicode in a regular expression");
        }

        private Properties() {}
    }

    private RegexSubstitute() {}
}
