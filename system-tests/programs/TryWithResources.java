/** Order of closing, suppressed exceptions, null resources. */
public class TryWithResources {
    private record Resource(String name, boolean failsToClose) implements AutoCloseable {
        Resource {
            System.out.println("open " + name);
        }

        @Override
        public void close() throws Exception {
            System.out.println("close " + name);
            if (failsToClose) {
                throw new Exception("closing " + name);
            }
        }
    }

    private static void use(boolean failsInside, boolean failsToClose) {
        try (Resource a = new Resource("a", failsToClose);
                Resource none = null;
                Resource b = new Resource("b", failsToClose)) {
            System.out.println("use " + a.name() + b.name() + (none == null));
            if (failsInside) {
                throw new IllegalStateException("inside");
            }
        } catch (Exception e) {
            System.out.println("caught " + e);
            for (Throwable suppressed : e.getSuppressed()) {
                System.out.println("  suppressed " + suppressed);
            }
        } finally {
            System.out.println("finally");
        }
    }

    public static void main(String[] args) {
        use(false, false);
        use(true, false);
        use(false, true);
        use(true, true);
    }
}
