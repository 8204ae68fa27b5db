package ristretto.tool.bench;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a suite measured: a table for people, and the same as JSON, an object of numbers, {@code null} where one was not measured.
 *
 * @param preface what stands above the table: how it was measured, on what
 * @param anchors titles of the columns of others' figures, behind ours and the bar
 * @param details what stands below it: the parts that a figure is made of
 */
public record Report(String preface, List<String> anchors, List<Figure> figures, String details) {
    private static final String FIRST_COLUMNS = "%-42s %14s %14s";
    private static final String ANCHOR_COLUMN = " %10s";

    /** A suite of figures, taken when asked. */
    public interface Suite {
        Report take() throws IOException;
    }

    public boolean isComplete() {
        return figures.stream().allMatch(figure -> figure.value().isPresent());
    }

    public String table() {
        StringBuilder table = new StringBuilder(preface).append("\n\n");
        line(table, "", "Ristretto", "bar", anchors);
        for (Figure figure : figures) {
            line(table, figure.title(), figure.valueText(), figure.bar(), figure.anchors());
        }
        table.append('\n');
        for (Figure figure : figures) {
            table.append(figure.title()).append(": ").append(figure.remark()).append('\n');
        }
        return details.isEmpty()
                ? table.toString()
                : table.append('\n').append(details).toString();
    }

    private static void line(StringBuilder table, String title, String value, String bar, List<String> anchors) {
        List<Object> cells = new ArrayList<>(List.of(title, value, bar));
        cells.addAll(anchors);
        String format = FIRST_COLUMNS + ANCHOR_COLUMN.repeat(anchors.size());
        table.append(format.formatted(cells.toArray()).stripTrailing()).append(System.lineSeparator());
    }

    public void writeJson(Path file) throws IOException {
        Map<String, Number> values = new LinkedHashMap<>();
        figures.forEach(figure -> values.put(figure.key(), figure.value().orElse(null)));
        Files.writeString(
                file,
                new GsonBuilder().serializeNulls().setPrettyPrinting().create().toJson(values) + "\n");
    }
}
