package ristretto.runtime.jdk;

import java.util.List;
import ristretto.runtime.Substitute;

/** The texts of index checks, put together without {@code String.format}, which every program would carry for it. */
@Substitute("jdk.internal.util.Preconditions")
final class PreconditionsSubstitute {

    static String outOfBoundsMessage(String kind, List<?> numbers) {
        String length = " out of bounds for length ";
        if ("checkIndex".equals(kind) && numbers.size() == 2) {
            return "Index " + numbers.get(0) + length + numbers.get(1);
        }
        if ("checkFromToIndex".equals(kind) && numbers.size() == 3) {
            return "Range [" + numbers.get(0) + ", " + numbers.get(1) + ")" + length + numbers.get(2);
        }
        if ("checkFromIndexSize".equals(kind) && numbers.size() == 3) {
            Object from = numbers.get(0);
            return "Range [" + from + ", " + from + " + " + numbers.get(1) + ")" + length + numbers.get(2);
        }
        return "Range check failed: " + kind;
    }

    private PreconditionsSubstitute() {}
}
