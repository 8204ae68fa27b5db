package ristretto.compiler.ir;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ristretto.magic.ObjectLayout;

/** The table of all classes' names, in the format of {@link ObjectLayout}; a class's number is its name's place in the order. */
final class ClassNameTable {
    private static final int MOST_IN_COMMON = 255;

    /** UTF-8 bytes as characters, since the order of bytes is what matters. */
    private final TreeSet<String> names = new TreeSet<>();

    private final Map<String, Integer> numbers = new HashMap<>();

    private static String encode(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    void add(String name) {
        names.add(encode(name));
    }

    /** Valid once all names have been added. */
    int number(String name) {
        if (numbers.size() != names.size()) {
            numbers.clear();
            names.forEach(each -> numbers.put(each, numbers.size()));
        }
        return numbers.getOrDefault(encode(name), 0);
    }

    int size() {
        return names.size();
    }

    byte[] bytes() {
        List<String> all = new ArrayList<>(names);
        int groups = (all.size() + ObjectLayout.NAME_GROUP - 1) / ObjectLayout.NAME_GROUP;
        ByteBuffer offsets = ByteBuffer.allocate(groups * 4).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (int i = 0; i < all.size(); i++) {
            byte[] name = all.get(i).getBytes(StandardCharsets.ISO_8859_1);
            int common = 0;
            if (i % ObjectLayout.NAME_GROUP == 0) {
                offsets.putInt(groups * 4 + entries.size());
            } else {
                byte[] before = all.get(i - 1).getBytes(StandardCharsets.ISO_8859_1);
                common = Math.min(Arrays.mismatch(before, name), MOST_IN_COMMON);
            }
            int rest = name.length - common;
            entries.write(common);
            entries.write(rest);
            entries.write(rest >> 8);
            entries.write(name, common, rest);
        }
        byte[] table = Arrays.copyOf(offsets.array(), groups * 4 + entries.size());
        System.arraycopy(entries.toByteArray(), 0, table, groups * 4, entries.size());
        return table;
    }
}
