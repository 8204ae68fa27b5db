package ristretto.compiler.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ristretto.compiler.link.DwarfFunctions.Method;
import ristretto.magic.TraceTable;

/**
 * The strings of a trace table: names of classes, methods and files, each once, sorted by their bytes, so that
 * neighbours have much in common. A string's number is its place; numbers are valid once all methods have been added.
 */
final class TraceNames {
    /** Methods of a class are neighbours, and classes in the order of their names' numbers. */
    static final Comparator<Method> BY_CLASS = Comparator.comparing((Method method) -> encode(className(method)))
            .thenComparing(method -> encode(simpleName(method)))
            .thenComparing(Method::file)
            .thenComparing(Method::line);

    /** UTF-8 bytes as characters, since the order of bytes is what matters. */
    private final TreeSet<String> strings = new TreeSet<>();

    private final Map<String, Integer> numbers = new HashMap<>();

    void add(Method method) {
        strings.add(encode(className(method)));
        strings.add(encode(simpleName(method)));
        if (!hasOwnFile(method)) {
            strings.add(encode(method.file()));
        }
    }

    int size() {
        return strings.size();
    }

    int classNumber(Method method) {
        return number(className(method));
    }

    int nameNumber(Method method) {
        return number(simpleName(method));
    }

    /** -1 if it follows from the class's name. */
    int fileNumber(Method method) {
        return hasOwnFile(method) ? -1 : number(method.file());
    }

    private int number(String string) {
        if (numbers.isEmpty()) {
            strings.forEach(one -> numbers.put(one, numbers.size()));
        }
        return numbers.get(encode(string));
    }

    private static String className(Method method) {
        return method.name().substring(0, Math.max(method.name().lastIndexOf('.'), 0));
    }

    private static String simpleName(Method method) {
        return method.name().substring(method.name().lastIndexOf('.') + 1);
    }

    private static boolean hasOwnFile(Method method) {
        String type = className(method);
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('/')) + 1);
        int nested = simple.indexOf('$', 1);
        return !simple.isEmpty() && method.file().equals((nested < 0 ? simple : simple.substring(0, nested)) + ".java");
    }

    private static String encode(String string) {
        return new String(string.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Writes the strings to {@code content} and the offset of each group's first to {@code index}. */
    void write(ByteWriter index, ByteWriter content, int first) {
        List<String> all = new ArrayList<>(strings);
        for (int i = 0; i < all.size(); i++) {
            byte[] bytes = all.get(i).getBytes(StandardCharsets.ISO_8859_1);
            if (i % TraceTable.GROUP == 0) {
                index.write4(first + content.size());
                content.writeLeb(bytes.length).write(bytes);
            } else {
                byte[] before = all.get(i - 1).getBytes(StandardCharsets.ISO_8859_1);
                int mismatch = Arrays.mismatch(before, bytes);
                content.writeLeb(mismatch).writeLeb(bytes.length - mismatch);
                content.write(Arrays.copyOfRange(bytes, mismatch, bytes.length));
            }
        }
    }
}
