// stdin: 3
// stdin: alpha beta
// stdin: -17 2.5 true
// stdin: last line of three
// stdin: 1,234 x 99 end
import java.util.InputMismatchException;
import java.util.Scanner;

/** Numbers, words and lines of standard input by a Scanner. */
public class ScannerInput {
    public static void main(String[] args) {
        Scanner scanner = new Scanner(System.in);
        int count = scanner.nextInt();
        scanner.nextLine();
        System.out.println(count + " " + scanner.nextLine());
        System.out.println(scanner.nextInt() + " " + scanner.nextDouble() + " " + scanner.nextBoolean());
        scanner.nextLine();
        System.out.println(scanner.nextLine().length() + " " + scanner.nextInt() + " " + scanner.hasNextInt());
        try {
            scanner.nextInt();
        } catch (InputMismatchException e) {
            System.out.println(e);
        }
        while (scanner.hasNext()) {
            System.out.println(scanner.hasNextLong() ? "number " + scanner.nextLong() : "word " + scanner.next());
        }
        Scanner text = new Scanner("a, b,c").useDelimiter(",\\s*");
        while (text.hasNext()) {
            System.out.print("[" + text.next() + "]");
        }
        System.out.println();
    }
}
