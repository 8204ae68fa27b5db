package ristretto.runtime.jdk;

import java.util.Locale;
import java.util.Scanner;
import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;

/** A Scanner reads numbers as its fields say before any locale is set, which is as in English; the JDK would look them up in locale data. */
@Substitute("java.util.Scanner")
final class ScannerSubstitute {

    @Alias("locale")
    static native void setLocale(Scanner self, Locale locale);

    static Scanner useLocale(Scanner self, Locale locale) {
        setLocale(self, locale);
        return self;
    }

    private ScannerSubstitute() {}
}
