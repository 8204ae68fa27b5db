package ristretto.runtime;

import java.util.HashMap;

/** The one string of each content: the program's constants first, then whatever is interned while it runs. */
public final class InternTable {
    private static HashMap<String, String> strings;

    /** All string constants of the compiled code; the compiler provides the body. */
    private static native String[] literals();

    public static String intern(String text) {
        if (strings == null) {
            strings = new HashMap<>();
            for (String literal : literals()) {
                strings.put(literal, literal);
            }
        }
        String known = strings.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private InternTable() {}
}
