// exit: 1
/** An exception leaves main: HotSpot's trace and exit code. */
public class UncaughtTrace {
    private final int depth;

    private UncaughtTrace(int depth) {
        this.depth = depth;
        if (depth == 3) {
            throw new IllegalStateException("deep enough");
        }
    }

    private UncaughtTrace down() {
        return new UncaughtTrace(depth + 1).down();
    }

    private static void start(int from) {
        Runnable action = () -> new UncaughtTrace(from).down();
        action.run();
    }

    public static void main(String[] args) {
        System.out.println("before");
        start(0);
        System.out.println("never");
    }
}
