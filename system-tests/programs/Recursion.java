/** Recursion of several shapes, thousands of frames deep. */
public class Recursion {
    private static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }

    private static int ackermann(int m, int n) {
        return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
    }

    private static long fibonacci(int n) {
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }

    private static boolean even(int n) {
        return n == 0 || odd(n - 1);
    }

    private static boolean odd(int n) {
        return n != 0 && even(n - 1);
    }

    private static int moves;

    private static void hanoi(int n, char from, char to, char via) {
        if (n > 0) {
            hanoi(n - 1, from, via, to);
            moves++;
            hanoi(n - 1, via, to, from);
        }
    }

    private static void permutations(String prefix, String rest, StringBuilder out) {
        if (rest.isEmpty()) {
            out.append(prefix).append(' ');
        }
        for (int i = 0; i < rest.length(); i++) {
            permutations(prefix + rest.charAt(i), rest.substring(0, i) + rest.substring(i + 1), out);
        }
    }

    private static int partitions(int n, int largest) {
        if (n == 0) {
            return 1;
        }
        int total = 0;
        for (int part = Math.min(n, largest); part > 0; part--) {
            total += partitions(n - part, part);
        }
        return total;
    }

    public static void main(String[] args) {
        System.out.println(depth(700) + " " + ackermann(2, 9) + " " + fibonacci(22) + " " + even(500) + " " + odd(500));
        hanoi(10, 'a', 'c', 'b');
        StringBuilder out = new StringBuilder();
        permutations("", "abcd", out);
        System.out.println(moves + " " + out + " " + partitions(25, 25));
    }
}
