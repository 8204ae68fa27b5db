package ristretto.bench.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Uses what a program of some size uses of the library: its image's size is a figure of the benchmark. */
public final class CollectionsProgram {

    public static void main(String[] arguments) {
        List<String> words = new ArrayList<>(List.of("espresso", "ristretto", "lungo", "espresso"));
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        String line = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry ->
                        String.format("%s=%d (%.1f %%)", entry.getKey(), entry.getValue(), entry.getValue() * 25.0))
                .collect(Collectors.joining(", "));
        System.out.println(line);
    }

    private CollectionsProgram() {}
}
