package ristretto.tool.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit, as people write them: {@code "64K"} bytes, {@code "5ms"}. */
enum Quantity {
    /** Bytes. */
    SIZE("a size", "a size such as \"64K\" or \"2M\"", List.of("", "K", "M", "G"), 1L << 10),
    /** Nanoseconds. */
    TIME("a time", "a time such as \"500us\", \"10ms\" or \"1s\"", List.of("ns", "us", "ms", "s"), 1000);

    private static final String NUMBER = "[0-9]{1,9}";

    /** What it is, in a sentence. */
    final String noun;
    /** The same for messages, with examples. */
    final String expected;

    private final Map<String, Long> units = new LinkedHashMap<>();
    private final Pattern pattern;

    /** @param step from one unit to the next */
    Quantity(String noun, String expected, List<String> names, long step) {
        this.noun = noun;
        this.expected = expected;
        long size = 1;
        for (String name : names) {
            units.put(name, size);
            size *= step;
        }
        pattern = Pattern.compile("(" + NUMBER + ") ?(" + String.join("|", names) + ")");
    }

    /** All that {@link #parse} takes, as a regular expression. */
    String pattern() {
        return "^" + (this == TIME ? "(0|" + pattern + ")" : pattern) + "$";
    }

    /** Empty: no quantity of this sort. */
    OptionalLong parse(String text) {
        if (this == TIME && text.equals("0")) {
            return OptionalLong.of(0);
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.matches()
                ? OptionalLong.of(Long.parseLong(matcher.group(1)) * units.get(matcher.group(2)))
                : OptionalLong.empty();
    }

    /** In the unit that people would take. */
    String text(long amount) {
        return switch (this) {
            case SIZE ->
                amount >= 1 << 20 && amount % (1 << 20) == 0
                        ? (amount >> 20) + "M"
                        : amount % 1024 == 0 ? (amount >> 10) + "K" : "" + amount;
            case TIME -> {
                String text = amount + "ns";
                for (Map.Entry<String, Long> unit : units.entrySet()) {
                    if (amount % unit.getValue() == 0) {
                        text = amount / unit.getValue() + unit.getKey();
                    }
                }
                yield text;
            }
        };
    }

    /** As in a description. */
    String quoted(long amount) {
        return "\"" + text(amount) + "\"";
    }

    static String ofBytes(long bytes) {
        return SIZE.quoted(bytes);
    }

    static String ofNanoseconds(long time) {
        return TIME.quoted(time);
    }
}
