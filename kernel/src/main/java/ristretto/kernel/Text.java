package ristretto.kernel;

import java.nio.charset.StandardCharsets;

/** The kernel's texts are arrays of bytes, made when it is built, because {@code String} belongs to the JDK. */
public final class Text {
    /** For initialisers of constants only. */
    public static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Text() {}
}
