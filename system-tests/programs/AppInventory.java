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
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;

/** Commands from standard input by Scanner, and an exit code of its own. */
public class AppInventory {
    public static void main(String[] args) {
        Map<String, Integer> stock = new TreeMap<>();
        int errors = 0;
        Scanner scanner = new Scanner(System.in);
        while (scanner.hasNextLine()) {
            String[] words = scanner.nextLine().trim().split("\\s+");
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
