package ristretto.tool.bench;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The benchmark's table, and the same as JSON: an object of numbers, {@code null} where one was not measured. */
public final class Report {
    private static final String LINE = "%-42s %14s %14s %10s %10s%n";

    public static String table(List<Figure> figures, String kernelHash) {
        StringBuilder table = new StringBuilder();
        table.append("QEMU virt, rv64, one core, -icount shift=0,sleep=off: one instruction is one nanosecond.\n");
        table.append("Kernel SHA-256 ").append(kernelHash).append("\n\n");
        table.append(LINE.formatted("", "Ristretto", "bar", "seL4", "Linux"));
        for (Figure figure : figures) {
            String value = figure.value()
                    .map(v -> String.format(Locale.ROOT, "%,d", v))
                    .orElse("not measured");
            table.append(LINE.formatted(figure.title(), value, figure.bar(), figure.sel4(), figure.linux()));
        }
        table.append('\n');
        for (Figure figure : figures) {
            table.append(figure.title()).append(": ").append(figure.remark()).append('\n');
        }
        return table.toString();
    }

    public static void writeJson(List<Figure> figures, Path file) throws IOException {
        Map<String, Long> values = new LinkedHashMap<>();
        figures.forEach(figure -> values.put(figure.key(), figure.value().orElse(null)));
        Files.writeString(
                file,
                new GsonBuilder().serializeNulls().setPrettyPrinting().create().toJson(values) + "\n");
    }

    private Report() {}
}
