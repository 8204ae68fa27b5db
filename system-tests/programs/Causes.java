/** Causes: once set they stay, and none is its own; frames in common are left out of traces, also where elements were set by hand. */
public class Causes {
    private static final StackTraceElement A = new StackTraceElement("A", "m", "A.java", 1);
    private static final StackTraceElement B = new StackTraceElement("B", "m", null, 2);
    private static final StackTraceElement B_OF_A_FILE = new StackTraceElement("B", "m", "B.java", 2);
    private static final StackTraceElement C = new StackTraceElement("loader", "module", "1", "C", "m", "C.java", 3);
    private static final StackTraceElement C_2 = new StackTraceElement("loader", "module", "2", "C", "m", "C.java", 3);

    static void deep(int n) {
        if (n == 0) {
            throw new IllegalStateException("deep");
        }
        deep(n - 1);
    }

    static void wrap() {
        try {
            deep(3);
        } catch (IllegalStateException e) {
            throw new RuntimeException("wrapped", e);
        }
    }

    static String refused(Runnable attempt) {
        try {
            attempt.run();
            return "none";
        } catch (RuntimeException e) {
            return e + " / " + e.getCause();
        }
    }

    static void print(StackTraceElement... elements) {
        Exception cause = new Exception("cause");
        cause.setStackTrace(elements);
        Exception outer = new Exception("outer", cause);
        outer.setStackTrace(new StackTraceElement[] {B, C});
        outer.printStackTrace(System.out);
    }

    public static void main(String[] args) {
        Exception first = new Exception("first");
        System.out.println(first.initCause(new Error("why")) == first);
        System.out.println(first.getCause());
        System.out.println(refused(() -> first.initCause(new Error("again"))));
        System.out.println(refused(() -> first.initCause(null)));
        Exception second = new Exception();
        System.out.println(refused(() -> second.initCause(second)));
        Exception third = new Exception("third", null);
        System.out.println(refused(() -> third.initCause(first)));
        second.initCause(null);
        System.out.println(second.getCause());
        System.out.println(refused(() -> second.initCause(first)));
        try {
            wrap();
        } catch (RuntimeException e) {
            e.printStackTrace(System.out);
        }
        print(A, B, C);
        print(B, C);
        print(A, B, C_2);
        print(B_OF_A_FILE, C);
        print();
        Exception x = new Exception("x");
        Exception y = new Exception("y", x);
        x.initCause(y);
        x.printStackTrace(System.out);
    }
}
