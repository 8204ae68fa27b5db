package ristretto.runtime.jdk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import ristretto.runtime.Substitute;

/** Charsets by name: the three that are part of {@code String}, in place of providers that search the module path. */
@Substitute("java.nio.charset.Charset")
final class CharsetSubstitute {

    static Charset forName(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
            case "ISO-8859-1", "ISO8859_1", "LATIN1" -> StandardCharsets.ISO_8859_1;
            case "US-ASCII", "ASCII" -> StandardCharsets.US_ASCII;
            default -> throw new UnsupportedCharsetException(name);
        };
    }

    static Charset defaultCharset() {
        return StandardCharsets.UTF_8;
    }

    private CharsetSubstitute() {}
}
