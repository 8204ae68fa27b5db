package ristretto.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table that the shell printed: rows by their first word. */
final class Rows {

    static Map<String, List<String>> of(String table) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : table.split("\n")) {
            List<String> words = List.of(line.strip().split(" +"));
            rows.put(words.getFirst(), words.subList(1, words.size()));
        }
        return rows;
    }

    /** A number with its thousands grouped. */
    static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }

    private Rows() {}
}
