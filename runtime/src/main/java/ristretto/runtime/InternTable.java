package ristretto.runtime;

import java.util.HashMap;
import ristretto.magic.Memory;

/**
 * The one string of each content: the program's constants first, then whatever is interned while it runs. The compiler lays
 * down the table {@code string_constants}: a 64-bit count and the addresses of all string constants.
 */
public final class InternTable {
    private static HashMap<String, String> strings;

    public static String intern(String text) {
        if (strings == null) {
            strings = constants();
        }
        String known = strings.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static HashMap<String, String> constants() {
        long table = Memory.symbol("string_constants");
        int count = (int) Memory.loadLong(table);
        HashMap<String, String> constants = HashMap.newHashMap(count);
        for (int i = 1; i <= count; i++) {
            String constant = Memory.objectAt(String.class, Memory.loadLong(table + 8L * i));
            constants.put(constant, constant);
        }
        return constants;
    }

    private InternTable() {}
}
