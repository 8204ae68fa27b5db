// stdin: 1 + 2 * 3
// stdin: (1 + 2) * 3 - 4 / 2
// stdin: x = 2 ^ 3 ^ 2
// stdin: x / 0
// stdin: -x % 7 + y
// stdin: 2 * (3
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.TreeMap;

/** A calculator with variables that reads its sums from standard input. */
public class Calculator {
    private final TreeMap<String, Long> variables = new TreeMap<>();
    private String text;
    private int at;

    private long evaluate(String line) {
        int equals = line.indexOf('=');
        text = line.substring(equals + 1).replace(" ", "") + "\0";
        at = 0;
        long value = sum();
        if (text.charAt(at) != 0) {
            throw new IllegalArgumentException("unexpected " + text.charAt(at));
        }
        if (equals >= 0) {
            variables.put(line.substring(0, equals).trim(), value);
        }
        return value;
    }

    private long sum() {
        long value = product();
        while (text.charAt(at) == '+' || text.charAt(at) == '-') {
            value = text.charAt(at++) == '+' ? value + product() : value - product();
        }
        return value;
    }

    private long product() {
        long value = power();
        while (true) {
            switch (text.charAt(at)) {
                case '*' -> {
                    at++;
                    value *= power();
                }
                case '/' -> {
                    at++;
                    value /= power();
                }
                case '%' -> {
                    at++;
                    value %= power();
                }
                default -> {
                    return value;
                }
            }
        }
    }

    private long power() {
        long base = atom();
        if (text.charAt(at) != '^') {
            return base;
        }
        at++;
        long result = 1;
        for (long i = power(); i > 0; i--) {
            result *= base;
        }
        return result;
    }

    private long atom() {
        char c = text.charAt(at++);
        if (c == '-') {
            return -atom();
        }
        if (c == '(') {
            long value = sum();
            if (text.charAt(at++) != ')') {
                throw new IllegalArgumentException("missing )");
            }
            return value;
        }
        int start = at - 1;
        if (Character.isDigit(c)) {
            while (Character.isDigit(text.charAt(at))) {
                at++;
            }
            return Long.parseLong(text.substring(start, at));
        }
        while (Character.isLetter(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        Long value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("unknown " + name);
        }
        return value;
    }

    public static void main(String[] args) throws IOException {
        Calculator calculator = new Calculator();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            try {
                System.out.println(line + " is " + calculator.evaluate(line));
            } catch (ArithmeticException | IllegalArgumentException e) {
                System.out.println(line + ": " + e.getMessage());
            }
        }
        System.out.println(calculator.variables);
    }
}
