package ristretto.runtime.text;

import java.util.Locale;
import java.util.function.Function;

/** The locales whose texts an image can have: root, English, and that of the United States. Others are refused, never answered in English. */
public final class Locales {
    private static final Locale[] ALL = {Locale.ROOT, Locale.ENGLISH, Locale.US};

    /** For tables by locale. */
    static int index(Locale locale) {
        if (locale.getLanguage().isEmpty() && locale.getCountry().isEmpty()) {
            return 0;
        }
        if (locale.getLanguage().equals("en")) {
            if (locale.getCountry().isEmpty()) {
                return 1;
            }
            if (locale.getCountry().equals("US")) {
                return 2;
            }
        }
        throw new UnsupportedOperationException("texts of locale " + locale
                + " are not part of an image: use Locale.ROOT, Locale.ENGLISH or Locale.US");
    }

    /** On the build machine: what the function answers for each locale. */
    static Object[] each(Function<Locale, Object> function) {
        Object[] values = new Object[ALL.length];
        for (int i = 0; i < ALL.length; i++) {
            values[i] = function.apply(ALL[i]);
        }
        return values;
    }

    private Locales() {}
}
