package ristretto.runtime;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/**
 * The files on the program's class path that its string constants name: as they are, behind the path of a package, or as a bundle of
 * properties. They are in the image, and found by their paths.
 */
public final class Resources {
    /** Of a constant: paths and contents in turns. Of the empty string: the hash codes of all paths on the class path, in order. */
    @ForEachConstant("named")
    private static Object[] table = {};

    /** On the build machine. */
    static Object named(String constant, Map<String, byte[]> found) {
        if (constant.isEmpty()) {
            return found.keySet().stream().mapToInt(String::hashCode).sorted().toArray();
        }
        return found.isEmpty()
                ? null
                : found.entrySet().stream()
                        .flatMap(entry -> Arrays.stream(new Object[] {entry.getKey(), entry.getValue()}))
                        .toArray();
    }

    /**
     * The content of a resource, from its beginning; null where the class path has none of this path.
     *
     * @throws UnsupportedOperationException where it has one that no constant of the program names
     */
    public static InputStream open(String path) {
        for (int i = 2; i < table.length; i += 2) {
            Object[] found = (Object[]) table[i + 1];
            for (int j = 0; j < found.length; j += 2) {
                if (path.equals(found[j])) {
                    return new ByteArrayInputStream((byte[]) found[j + 1]);
                }
            }
        }
        if (table.length > 1 && Arrays.binarySearch((int[]) table[1], path.hashCode()) >= 0) {
            throw new UnsupportedOperationException("the resource " + path
                    + " is not in the image: name it by a string constant, its path or the end of it");
        }
        return null;
    }

    private Resources() {}
}
