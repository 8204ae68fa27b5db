// stdin: first line
// stdin:
// stdin: zweite Zeile mit Ümläuten und 😀
// stdin: 12 30 -2
// stdin: last
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Lines of standard input up to its end. */
public class InputLines {
    public static void main(String[] args) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
        String line;
        int count = 0;
        while ((line = reader.readLine()) != null) {
            count++;
            System.out.println(count + ": " + line + " (" + line.length() + ")");
            if (line.matches("[-0-9 ]+")) {
                int sum = 0;
                for (String number : line.split(" ")) {
                    sum += Integer.parseInt(number);
                }
                System.out.println("sum " + sum);
            }
        }
        System.out.println(reader.readLine() + " " + reader.read());
    }
}
