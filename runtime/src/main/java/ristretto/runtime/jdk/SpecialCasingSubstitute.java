package ristretto.runtime.jdk;

import java.util.Locale;
import ristretto.runtime.Substitute;

/**
 * The cases that depend on their surroundings: a sigma at the end of a word, and the dotted capital I. The JDK's own looks
 * for ends of words with a BreakIterator and its tables; here a word ends where no letter follows.
 */
@Substitute("java.lang.ConditionalSpecialCasing")
final class SpecialCasingSubstitute {

    static int toLowerCaseEx(String text, int index, Locale locale) {
        int c = text.codePointAt(index);
        if (c == '\u03a3') {
            boolean letterBefore = index > 0 && Character.isLetter(text.codePointBefore(index));
            boolean letterAfter = index + 1 < text.length() && Character.isLetter(text.codePointAt(index + 1));
            return letterBefore && !letterAfter ? '\u03c2' : '\u03c3';
        }
        return c == '\u0130' ? -1 : Character.toLowerCase(c);
    }

    static char[] toLowerCaseCharArray(String text, int index, Locale locale) {
        return text.charAt(index) == '\u0130' ? new char[] {'i', '\u0307'} : null;
    }

    static int toUpperCaseEx(String text, int index, Locale locale) {
        return Character.toUpperCase(text.codePointAt(index));
    }

    static char[] toUpperCaseCharArray(String text, int index, Locale locale) {
        return null;
    }

    private SpecialCasingSubstitute() {}
}
