package ristretto.tool.description;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * A table of a description, put together from as many files and profiles as say something about it. Each value keeps the
 * place where it stands, so that what is wrong with it is told there. Keys are in the order in which they first came.
 */
final class Table {

    /** @param content a {@link Table}, a {@link List}, or what TOML has else: text, numbers, flags, dates */
    record Entry(Object content, Place place) {}

    /** Told of a key that has another value in the table that is merged. */
    interface Conflict {
        void between(List<String> path, Entry first, Entry second);
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    static Table of(TomlTable toml, Path file) {
        Table table = new Table();
        toml.keySet().stream()
                .sorted(Comparator.comparingInt((String key) ->
                                toml.inputPositionOf(List.of(key)).line())
                        .thenComparingInt(
                                key -> toml.inputPositionOf(List.of(key)).column()))
                .forEach(key -> {
                    Object content = content(toml.get(List.of(key)), file);
                    int line = toml.inputPositionOf(List.of(key)).line();
                    table.entries.put(key, new Entry(content, new Place(file, line)));
                });
        return table;
    }

    private static Object content(Object value, Path file) {
        return switch (value) {
            case TomlTable inner -> of(inner, file);
            case TomlArray array ->
                array.toList().stream().map(element -> content(element, file)).toList();
            default -> value;
        };
    }

    Entry get(String key) {
        return entries.get(key);
    }

    Set<String> keys() {
        return entries.keySet();
    }

    Entry remove(String key) {
        return entries.remove(key);
    }

    /** Whether this path of keys leads to anything. */
    boolean has(List<String> path) {
        Entry entry = entries.get(path.getFirst());
        return entry != null
                && (path.size() == 1
                        || entry.content instanceof Table inner && inner.has(path.subList(1, path.size())));
    }

    /** The same keys and values; changes of one are none of the other. */
    Table copy(String prefix) {
        Table copy = new Table();
        entries.forEach((key, entry) -> copy.entries.put(
                key,
                new Entry(
                        entry.content instanceof Table inner ? inner.copy(prefix) : entry.content,
                        new Place(entry.place.file(), entry.place.line(), prefix))));
        return copy;
    }

    /** Takes over all of another table; where both have a value, that of the other one stays. */
    void override(Table other) {
        merge(other, List.of(), (path, first, second) -> {});
    }

    /** Takes over all of another table, and says where that changes a value. */
    void join(Table other, Conflict conflict) {
        merge(other, List.of(), conflict);
    }

    private void merge(Table other, List<String> path, Conflict conflict) {
        other.entries.forEach((key, theirs) -> {
            Entry ours = entries.get(key);
            List<String> here = new ArrayList<>(path);
            here.add(key);
            if (ours != null && ours.content instanceof Table table && theirs.content instanceof Table added) {
                table.merge(added, here, conflict);
                entries.put(key, new Entry(table, theirs.place));
                return;
            }
            if (ours != null && !ours.content.equals(theirs.content)) {
                conflict.between(here, ours, theirs);
            }
            entries.put(key, theirs);
        });
    }
}
