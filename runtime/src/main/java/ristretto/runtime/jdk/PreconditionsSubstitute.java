package ristretto.runtime.jdk;

import java.util.List;
import ristretto.magic.Rare;
import ristretto.runtime.Substitute;

/** The texts of index checks, put together without {@code String.format}, which every program would carry for it. */
@Rare
@Substitute("jdk.internal.util.Preconditions")
final class PreconditionsSubstitute {

    static String outOfBoundsMessage(String kind, List<?> numbers) {
        int last = numbers.size() - 1;
        String end = " out of bounds for length " + number(numbers, last);
        if ("checkIndex".equals(kind) && last == 1) {
            return "Index " + number(numbers, 0) + end;
        }
        if ("checkFromToIndex".equals(kind) && last == 2) {
            return "Range [" + number(numbers, 0) + ", " + number(numbers, 1) + ")" + end;
        }
        if ("checkFromIndexSize".equals(kind) && last == 2) {
            String from = number(numbers, 0);
            return "Range [" + from + ", " + from + " + " + number(numbers, 1) + ")" + end;
        }
        return "Range check failed: " + kind;
    }

    private static String number(List<?> numbers, int index) {
        return Long.toString(((Number) numbers.get(index)).longValue());
    }

    private PreconditionsSubstitute() {}
}
