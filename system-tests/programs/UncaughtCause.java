// exit: 1
/** Causes with frames in common, and suppressed exceptions. */
public class UncaughtCause {
    private static final class Door implements AutoCloseable {
        private final String name;

        Door(String name) {
            this.name = name;
        }

        @Override
        public void close() {
            throw new IllegalArgumentException("stuck: " + name);
        }
    }

    private static void inner() {
        throw new UnsupportedOperationException("inner");
    }

    private static void middle() {
        try {
            inner();
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException("middle", e);
        }
    }

    public static void main(String[] args) throws Exception {
        try (Door front = new Door("front");
                Door back = new Door("back")) {
            System.out.println("inside " + front.name + " " + back.name);
            middle();
        } catch (IllegalStateException e) {
            System.out.println(e.getSuppressed().length + " " + e.getCause().getMessage());
            throw new Exception("outer", e);
        }
    }
}
