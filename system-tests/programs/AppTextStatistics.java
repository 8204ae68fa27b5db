// stdin: It was the best of times, it was the worst of times,
// stdin: it was the age of wisdom, it was the age of foolishness,
// stdin: it was the epoch of belief, it was the epoch of incredulity.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Map;
import java.util.TreeMap;

/** Words of standard input, counted. */
public class AppTextStatistics {
    public static void main(String[] args) throws IOException {
        Map<String, Integer> words = new TreeMap<>();
        int lines = 0;
        int letters = 0;
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines++;
            StringBuilder word = new StringBuilder();
            for (char c : (line + ' ').toCharArray()) {
                if (Character.isLetter(c)) {
                    letters++;
                    word.append(Character.toLowerCase(c));
                } else if (!word.isEmpty()) {
                    words.merge(word.toString(), 1, Integer::sum);
                    word.setLength(0);
                }
            }
        }
        System.out.println(lines + " lines, " + words.size() + " different words, " + letters + " letters");
        words.forEach((word, count) -> {
            if (count > 1) {
                System.out.println(word + ": " + "*".repeat(count));
            }
        });
    }
}
