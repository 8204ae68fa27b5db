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

    private LocaleSubstitute() {}
}
