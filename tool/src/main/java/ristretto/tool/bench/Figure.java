package ristretto.tool.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of a benchmark's table.
 *
 * @param key in the JSON file
 * @param value a {@link Long} is a count, a {@link Double} a ratio or a time; empty where it could not be measured, and then
 *     {@code remark} says why
 * @param bar what it must reach, or ""
 * @param anchors what others reach, one for each of the table's {@link Report#anchors() anchor columns}, "–" where there is none
 */
public record Figure(
        String key, String title, Optional<Number> value, String bar, List<String> anchors, String remark) {

    public static Figure unmeasured(String key, String title, String bar, List<String> anchors, String remark) {
        return new Figure(key, title, Optional.empty(), bar, anchors, remark);
    }

    public Figure measured(Number newValue) {
        return new Figure(key, title, Optional.of(newValue), bar, anchors, remark);
    }

    public Figure failed(String reason) {
        return new Figure(key, title, Optional.empty(), bar, anchors, "not measured: " + reason);
    }

    String valueText() {
        return value.map(number -> number instanceof Double
                        ? String.format(Locale.ROOT, "%,.3f", number)
                        : String.format(Locale.ROOT, "%,d", number.longValue()))
                .orElse("not measured");
    }
}
