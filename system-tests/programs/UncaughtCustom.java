// exit: 1
/** An exception class of one's own, with constructors that call each other, a message of its own, and a circle of causes. */
public class UncaughtCustom {
    private static class Problem extends Exception {
        private final int code;

        Problem(int code) {
            this(code, null);
        }

        Problem(int code, Throwable cause) {
            super(cause);
            this.code = code;
        }

        @Override
        public String getMessage() {
            return "problem " + code;
        }
    }

    private static final class Circular extends RuntimeException {
        Circular(String message) {
            super(message);
        }
    }

    public static void main(String[] args) throws Problem {
        Circular first = new Circular("first");
        Circular second = new Circular("second");
        first.initCause(second);
        second.initCause(first);
        first.printStackTrace(System.out);
        Problem plain = new Problem(1);
        plain.setStackTrace(new StackTraceElement[] {new StackTraceElement("Somewhere", "else", "Else.java", 12)});
        plain.printStackTrace(System.out);
        throw new Problem(2, new Problem(3));
    }
}
