// stdin: add bolt 10
// stdin: add nut 4
// stdin: take bolt 3
// stdin: take nut 9
// stdin: take gear 1
// stdin: add nut x
// stdin: dance
// stdin: list
// stdin: quit
// stdin: never read
// exit: 4
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Map;
import java.util.TreeMap;

/** Commands from standard input and an exit code of its own. */
public class AppInventory {
    public static void main(String[] args) throws IOException {
        Map<String, Integer> stock = new TreeMap<>();
        int errors = 0;
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String[] words = line.trim().split(" ");
            try {
                switch (words[0]) {
                    case "add" -> stock.merge(words[1], Integer.parseInt(words[2]), Integer::sum);
                    case "take" -> {
                        int wanted = Integer.parseInt(words[2]);
                        Integer there = stock.get(words[1]);
                        if (there == null || there < wanted) {
                            throw new IllegalStateException("not enough " + words[1] + ": " + there);
                        }
                        stock.put(words[1], there - wanted);
                    }
                    case "list" -> stock.forEach((k, v) -> System.out.println(k + "=" + v));
                    case "quit" -> System.exit(errors);
                    default -> throw new IllegalArgumentException("what is " + words[0] + "?");
                }
            } catch (IllegalStateException | NumberFormatException e) {
                errors++;
                System.out.println(e.getMessage());
            } catch (IllegalArgumentException e) {
                errors++;
                System.err.println(e.getMessage());
            }
        }
        System.out.println("end of input");
    }
}
