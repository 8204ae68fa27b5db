package ristretto.runtime.jdk;

import java.util.Locale;
import java.util.logging.Level;
import ristretto.runtime.Substitute;

/** The names of levels in the root locale are the names. */
@Substitute("java.util.logging.Level")
final class LogLevelSubstitute {
    static String computeLocalizedLevelName(Level self, Locale locale) {
        return self.getName();
    }

    private LogLevelSubstitute() {}
}
