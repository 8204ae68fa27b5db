package ristretto.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A program with the everyday part of the library (HashMap, ArrayList, streams, String.format): its image's size is a figure. */
public final class CollectionsProgram {
    private record Word(String text, int count) {}

    public static void main(String[] arguments) {
        Map<String, Integer> counts = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String word = "w" + i * 7919 % 31;
            words.add(word);
            counts.merge(word, 1, Integer::sum);
        }
        List<Word> mostFrequent = counts.entrySet().stream()
                .map(entry -> new Word(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Word::count).reversed().thenComparing(Word::text))
                .limit(5)
                .toList();
        for (Word word : mostFrequent) {
            double share = 100.0 * word.count() / words.size();
            System.out.println(String.format("%-6s %4d %6.2f%%", word.text(), word.count(), share));
        }
        System.out.println(words.stream()
                .filter(word -> word.length() == 2)
                .distinct()
                .sorted()
                .toList());
        Map<Integer, Long> byLength =
                words.stream().collect(Collectors.groupingBy(String::length, Collectors.counting()));
        System.out.println(new TreeMap<>(byLength));
        System.out.println(
                IntStream.rangeClosed(1, 10).mapToObj(Integer::toString).collect(Collectors.joining("+")));
    }

    private CollectionsProgram() {}
}
