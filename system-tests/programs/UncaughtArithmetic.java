// exit: 1
/** Division by zero on a line of several that belong to one statement. */
public class UncaughtArithmetic {
    private static int quotient(int a, int b) {
        int doubled = a * 2;
        return doubled
                + a
                        / b;
    }

    public static void main(String[] args) {
        for (int i = 2; i >= 0; i--) {
            System.out.println(
                    quotient(10, i));
        }
    }
}
