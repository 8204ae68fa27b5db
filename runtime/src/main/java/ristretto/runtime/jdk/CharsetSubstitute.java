package ristretto.runtime.jdk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import ristretto.runtime.Alias;
import ristretto.runtime.Charsets;
import ristretto.runtime.Substitute;

/** Charsets by name: the three that are part of {@code String}, and those that constants of the program name, in place of providers. */
@Substitute("java.nio.charset.Charset")
final class CharsetSubstitute {
    @Alias("checkName")
    static native void checkName(String name);

    static Charset lookup(String name) {
        if (name == null) {
            throw new IllegalArgumentException("Null charset name");
        }
        Charset found =
                switch (name.toUpperCase(Locale.ROOT)) {
                    case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
                    case "ISO-8859-1", "ISO8859_1", "LATIN1" -> StandardCharsets.ISO_8859_1;
                    case "US-ASCII", "ASCII" -> StandardCharsets.US_ASCII;
                    default -> Charsets.find(name);
                };
        if (found == null) {
            checkName(name);
        }
        return found;
    }

    static Charset defaultCharset() {
        return StandardCharsets.UTF_8;
    }

    static SortedMap<String, Charset> availableCharsets() {
        SortedMap<String, Charset> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Charset charset : Charsets.all()) {
            all.put(charset.name(), charset);
        }
        return all;
    }

    private CharsetSubstitute() {}
}
