import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words of a text counted, wrapped, centred and set in columns. */
public class TextReport {
    private static final String TEXT = """
            It is a truth universally acknowledged, that a single man in possession of a good fortune, must be in want of a wife. \
            However little known the feelings or views of such a man may be on his first entering a neighbourhood, this truth is so \
            well fixed in the minds of the surrounding families, that he is considered the rightful property of some one or other of \
            their daughters.""";

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (line.length() + word.length() + 1 > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String justified(String line, int width) {
        String[] words = line.split(" ");
        if (words.length == 1) {
            return line;
        }
        int gaps = words.length - 1;
        int spaces = width - line.length() + gaps;
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < gaps; i++) {
            result.append(words[i]).append(" ".repeat(spaces / gaps + (i < spaces % gaps ? 1 : 0)));
        }
        return result.append(words[gaps]).toString();
    }

    public static void main(String[] args) {
        for (String line : wrap(TEXT, 40)) {
            System.out.println("|" + justified(line, 40) + "|");
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (String word : TEXT.toLowerCase().replaceAll("[^a-z ]", "").split(" ")) {
            counts.merge(word, 1, Integer::sum);
        }
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(8)
                .forEach(e -> System.out.printf("%-6s %3d %5.1f%% %s%n", e.getKey(), e.getValue(), 100.0 * e.getValue() / 69, "*".repeat(e.getValue())));
        System.out.println(String.format("%s|%9s|%-9s|", " ".repeat(3) + "centre", "right", "left"));
        System.out.println(TEXT.chars().filter(c -> "aeiou".indexOf(c) >= 0).count() + " vowels, " + TEXT.split("[.,]").length + " clauses");
    }
}
