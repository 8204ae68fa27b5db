package ristretto.runtime.jdk;

import java.util.Locale;
import java.util.Objects;
import ristretto.runtime.Substitute;

/** Every process runs in the same locale, whatever that of the machine was that built the image. */
@Substitute("java.util.Locale")
final class LocaleSubstitute {

    static Locale getDefault() {
        return Locale.US;
    }

    static Locale getDefault(Locale.Category category) {
        Objects.requireNonNull(category);
        return Locale.US;
    }

    static String getDisplayName(Locale self, Locale in) {
        throw noNames();
    }

    static String getDisplayString(Locale self, String code, String category, Locale in, int type) {
        throw noNames();
    }

    private static RuntimeException noNames() {
        return new UnsupportedOperationException(
                "display names of locales are not part of an image: use toString or toLanguageTag");
    }

    private LocaleSubstitute() {}
}
