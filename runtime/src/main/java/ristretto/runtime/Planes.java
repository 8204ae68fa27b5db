package ristretto.runtime;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Properties of the characters beyond the basic plane, as runs of equal ones; the JDK's tables of them would be 35 KB in each program that as
 * much as formats a number. Made from these tables while the image is built.
 */
public final class Planes {
    private static final int PLANE = 0x1_0000;
    private static final int[] FILLED = {1, 2, 3, 14};

    /** First character of each run, of all planes in ascending order; the run's number in {@link #VALUES} at the same place. */
    private static final char[] STARTS;

    private static final char[] NUMBERS;
    /** Both words of properties: the usual ones, and the extended ones. */
    private static final int[] VALUES;
    /** Index of the first run of each of {@link #FILLED}, and behind the last. */
    private static final int[] FIRST = new int[FILLED.length + 1];

    static {
        List<Integer> starts = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        Map<List<Integer>, Integer> values = new LinkedHashMap<>();
        for (int i = 0; i < FILLED.length; i++) {
            FIRST[i] = starts.size();
            List<Integer> last = null;
            for (int c = 0; c < PLANE; c++) {
                int codePoint = FILLED[i] * PLANE + c;
                List<Integer> value = List.of(ofJdk(codePoint, "getProperties"), ofJdk(codePoint, "getPropertiesEx"));
                if (!value.equals(last)) {
                    starts.add(c);
                    numbers.add(values.computeIfAbsent(value, v -> values.size()));
                    last = value;
                }
            }
        }
        FIRST[FILLED.length] = starts.size();
        STARTS = characters(starts);
        NUMBERS = characters(numbers);
        VALUES = values.keySet().stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static char[] characters(List<Integer> numbers) {
        char[] characters = new char[numbers.size()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) (int) numbers.get(i);
        }
        return characters;
    }

    private static int ofJdk(int codePoint, String name) {
        try {
            Method of = Class.forName("java.lang.CharacterData").getDeclaredMethod("of", int.class);
            of.setAccessible(true);
            Object plane = of.invoke(null, codePoint);
            Method method = plane.getClass().getDeclaredMethod(name, int.class);
            method.setAccessible(true);
            return (int) method.invoke(plane, codePoint);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int properties(int codePoint) {
        return VALUES[2 * number(codePoint)];
    }

    public static int extendedProperties(int codePoint) {
        return VALUES[2 * number(codePoint) + 1];
    }

    /** The code point must be of a plane that is filled. */
    private static int number(int codePoint) {
        int plane = 0;
        while (FILLED[plane] != codePoint >>> 16) {
            plane++;
        }
        char wanted = (char) codePoint;
        int low = FIRST[plane];
        int high = FIRST[plane + 1];
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (STARTS[middle] <= wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return NUMBERS[low];
    }

    private Planes() {}
}
