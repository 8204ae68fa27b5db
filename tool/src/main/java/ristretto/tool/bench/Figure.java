package ristretto.tool.bench;

import java.util.Optional;

/**
 * One line of the benchmark's table.
 *
 * @param key in the JSON file
 * @param value empty where it could not be measured; then {@code remark} says why
 * @param bar what it must reach, or ""
 * @param sel4 the anchor's figure, or "–"
 * @param linux the anchor's figure, or "–"
 */
public record Figure(
        String key, String title, Optional<Long> value, String bar, String sel4, String linux, String remark) {

    public Figure measured(long newValue) {
        return new Figure(key, title, Optional.of(newValue), bar, sel4, linux, remark);
    }

    public Figure failed(String reason) {
        return new Figure(key, title, Optional.empty(), bar, sel4, linux, "not measured: " + reason);
    }
}
