package ristretto.runtime;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;

/** The JDK's charsets that string constants of the program name, beside the three that all have. */
public final class Charsets {
    @ForEachConstant("named")
    private static Object[] table = {};

    /** On the build machine. */
    static Object named(String name) {
        if (name.isEmpty() || name.length() > 40) {
            return null;
        }
        try {
            Charset charset = Charset.forName(name);
            boolean isBasic = charset == StandardCharsets.UTF_8
                    || charset == StandardCharsets.ISO_8859_1
                    || charset == StandardCharsets.US_ASCII;
            boolean isInBase = charset.getClass().getModule() == Object.class.getModule();
            return isBasic || isInBase ? charset : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** Null: none of that name, or alias, is in the image. */
    public static Charset find(String name) {
        for (int i = 0; i < table.length; i += 2) {
            Charset charset = (Charset) table[i + 1];
            if (name.equalsIgnoreCase((String) table[i]) || charset.name().equalsIgnoreCase(name)) {
                return charset;
            }
        }
        return null;
    }

    public static List<Charset> all() {
        List<Charset> all = new ArrayList<>(
                List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII));
        for (int i = 0; i < table.length; i += 2) {
            all.add((Charset) table[i + 1]);
        }
        return all;
    }

    private Charsets() {}
}
