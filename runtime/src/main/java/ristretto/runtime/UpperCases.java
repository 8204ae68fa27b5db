package ristretto.runtime;

import java.lang.reflect.Field;

/**
 * Characters whose upper case is several characters. The JDK has three arrays for each, 8 KB that are copied for every life of a process; this
 * is one string, made from them while the image is built.
 */
public final class UpperCases {
    /** For each: the character, the length of its upper case, and that. */
    private static final String TABLE = table();

    private static String table() {
        try {
            Field map = Class.forName("java.lang.CharacterData00").getDeclaredField("charMap");
            map.setAccessible(true);
            StringBuilder table = new StringBuilder();
            for (char[][] entry : (char[][][]) map.get(null)) {
                table.append(entry[0]).append((char) entry[1].length).append(entry[1]);
            }
            return table.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static char[] of(int character) {
        for (int i = 0; i < TABLE.length(); i += 2 + TABLE.charAt(i + 1)) {
            if (TABLE.charAt(i) == character) {
                char[] upper = new char[TABLE.charAt(i + 1)];
                for (int k = 0; k < upper.length; k++) {
                    upper[k] = TABLE.charAt(i + 2 + k);
                }
                return upper;
            }
        }
        return new char[] {(char) character};
    }

    private UpperCases() {}
}
