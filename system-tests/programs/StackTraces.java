import java.io.PrintWriter;
import java.io.StringWriter;

/** Traces as text and as elements, of exceptions that are caught. */
public class StackTraces {
    private static Exception made(int depth) {
        return depth == 0 ? new Exception("made") : made(depth - 1);
    }

    private static String text(Throwable throwable) {
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    public static void main(String[] args) {
        System.out.print(text(made(2)));
        Throwable nested = new RuntimeException(new Error("cause", made(1)));
        nested.addSuppressed(new IllegalStateException("extra", made(0)));
        System.out.print(text(nested));
        Throwable refilled = made(3).fillInStackTrace();
        for (StackTraceElement element : refilled.getStackTrace()) {
            System.out.println(element + " " + element.isNativeMethod());
        }
        Thread.dumpStack();
        new Object() {
            void method() {
                Runnable inner = () -> System.out.print(text(new Exception("in a lambda in an anonymous class")));
                inner.run();
            }
        }.method();
        System.out.println(new Exception().getMessage() + " " + new Exception(new Error("why")).getMessage());
    }
}
