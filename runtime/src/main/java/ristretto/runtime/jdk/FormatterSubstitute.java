package ristretto.runtime.jdk;

import java.util.Formatter;
import java.util.Locale;
import ristretto.runtime.Decimals;
import ristretto.runtime.Substitute;
import ristretto.runtime.Unless;

/**
 * The JDK's Formatter with the symbols of the root locale in place of locale data, which would be a megabyte. Dates and
 * hexadecimal floating point are there if some format asks for them; so no text in here may look like such a format.
 */
final class FormatterSubstitute {

    @Substitute("java.util.Formatter")
    static final class Symbols {

        static char getZero(Locale locale) {
            return '0';
        }

        static char getDecimalSeparator(Locale locale) {
            return '.';
        }

        static char getGroupingSeparator(Locale locale) {
            return ',';
        }

        static char getMinusSign(Locale locale) {
            return '-';
        }

        private Symbols() {}
    }

    @Substitute("java.util.Formatter$FormatSpecifier")
    static final class Specifier {

        static StringBuilder localizedMagnitude(
                Object self,
                Formatter formatter,
                StringBuilder target,
                CharSequence value,
                int offset,
                int flags,
                int width,
                Locale locale) {
            return Decimals.append(target, value, offset, flags, width);
        }

        @Unless("%(\\d+\\$|<)?-?\\d*[tT][HIklMSLNpzZsQBbhAaCYyjmdeRTrDFc]")
        static void printDateTime(Object self, Formatter formatter, Object argument, Locale locale) {
            throw new UnsupportedOperationException(
                    "the conversion 't' in a format that no string constant of the program has");
        }

        @Unless("%(\\d+\\$|<)?[-#+0]*\\d*(\\.\\d+)?[aA]")
        static String hexDouble(Object self, double value, int precision) {
            throw new UnsupportedOperationException(
                    "the conversion 'a' in a format that no string constant of the program has");
        }

        private Specifier() {}
    }

    private FormatterSubstitute() {}
}
