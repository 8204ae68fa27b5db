package ristretto.runtime;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where each block of Unicode lies, by name, as a text of some 12 KB that is made at build time from the JDK's own tables. They are half a
 * megabyte as they are, and regular expressions ask for nothing but the bounds. Names are without spaces and underscores, which the JDK
 * ignores as well.
 */
public final class UnicodeBlocks {
    /** {@code ;NAME:first-last} for each name, the numbers with radix 36. */
    private static final String TABLE = table();

    /** The first code point of a block in the high half, the last one in the low half; -1 if there is no such block. */
    public static long bounds(String name) {
        StringBuilder key = new StringBuilder(";");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != ' ' && c != '_') {
                key.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
            }
        }
        int at = key.length() == 1 ? -1 : TABLE.indexOf(key.append(':').toString());
        if (at < 0) {
            return -1;
        }
        int start = at + key.length();
        int dash = TABLE.indexOf('-', start);
        int end = TABLE.indexOf(';', dash);
        long first = Integer.parseInt(TABLE.substring(start, dash), 36);
        return first << 32 | Integer.parseInt(TABLE.substring(dash + 1, end), 36);
    }

    private static String table() {
        Map<Character.UnicodeBlock, int[]> bounds = new java.util.HashMap<>();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            Character.UnicodeBlock block = Character.UnicodeBlock.of(point);
            if (block != null) {
                int[] range = bounds.get(block);
                if (range == null) {
                    bounds.put(block, new int[] {point, point});
                } else {
                    range[1] = point;
                }
            }
        }
        StringBuilder text = new StringBuilder();
        names().forEach((name, block) -> {
            int[] range = bounds.get(block);
            if (range != null) {
                text.append(';').append(name).append(':').append(Integer.toString(range[0], 36));
                text.append('-').append(Integer.toString(range[1], 36));
            }
        });
        return text.append(';').toString();
    }

    private static Map<String, Character.UnicodeBlock> names() {
        try {
            Field map = Character.UnicodeBlock.class.getDeclaredField("map");
            map.setAccessible(true);
            Map<String, Character.UnicodeBlock> names = new TreeMap<>();
            ((Map<?, ?>) map.get(null))
                    .forEach((name, block) -> names.put(
                            ((String) name).replace(" ", "").replace("_", ""), (Character.UnicodeBlock) block));
            return names;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK has no Character.UnicodeBlock.map", e);
        }
    }

    private UnicodeBlocks() {}
}
