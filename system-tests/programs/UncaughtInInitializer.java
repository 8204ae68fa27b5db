// exit: 1
/** A static initialiser fails; the class stays unusable. */
public class UncaughtInInitializer {
    private static final class Broken {
        static final int VALUE = compute();

        private static int compute() {
            System.out.println("initialising");
            throw new IllegalStateException("cannot");
        }
    }

    public static void main(String[] args) {
        try {
            System.out.println(Broken.VALUE);
        } catch (ExceptionInInitializerError e) {
            System.out.println(e + " caused by " + e.getCause());
        }
        System.out.println(Broken.VALUE);
    }
}
