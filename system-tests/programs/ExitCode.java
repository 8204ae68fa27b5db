// exit: 3
/** Nothing after System.exit runs, not even finally. */
public class ExitCode {
    public static void main(String[] args) {
        try {
            System.out.println("leaving");
            System.exit(3);
        } finally {
            System.out.println("never");
        }
    }
}
