package ristretto.tool.description;

import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit, as people write them: {@code "64K"} bytes, {@code "5ms"}. */
final class Quantity {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]{1,9}) ?([A-Za-z]*)");
    private static final Map<String, Long> BYTES = Map.of("", 1L, "K", 1L << 10, "M", 1L << 20, "G", 1L << 30);
    private static final Map<String, Long> NANOSECONDS =
            Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L);

    static final String A_SIZE = "a size such as \"64K\" or \"2M\"";
    static final String A_TIME = "a time such as \"500us\", \"10ms\" or \"1s\"";

    static OptionalLong bytes(String text) {
        return parse(text, BYTES);
    }

    static OptionalLong nanoseconds(String text) {
        return text.equals("0") ? OptionalLong.of(0) : parse(text, NANOSECONDS);
    }

    private static OptionalLong parse(String text, Map<String, Long> units) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text);
        if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)) * units.get(matcher.group(2)));
    }

    static String ofBytes(long bytes) {
        if (bytes >= 1 << 20 && bytes % (1 << 20) == 0) {
            return "\"" + (bytes >> 20) + "M\"";
        }
        return bytes % 1024 == 0 ? "\"" + (bytes >> 10) + "K\"" : "\"" + bytes + "\"";
    }

    static String ofNanoseconds(long time) {
        if (time % 1_000_000_000 == 0) {
            return "\"" + time / 1_000_000_000 + "s\"";
        }
        if (time % 1_000_000 == 0) {
            return "\"" + time / 1_000_000 + "ms\"";
        }
        return time % 1000 == 0 ? "\"" + time / 1000 + "us\"" : "\"" + time + "ns\"";
    }

    private Quantity() {}
}
