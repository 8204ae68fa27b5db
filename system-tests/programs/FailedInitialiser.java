// exit: 1

/** What is printed of a class whose initialiser failed: the first time, again, and where nobody catches it. */
public class FailedInitialiser {
    static class WithCauses {
        static final int VALUE = fail();

        static int fail() {
            throw new IllegalStateException("m", new RuntimeException("inner", new Error("deep")));
        }

        static void use() {}
    }

    static class WithError {
        static {
            if (WithError.class != null) {
                throw new AssertionError();
            }
        }

        static void use() {}
    }

    static void show(Runnable action) {
        try {
            action.run();
        } catch (Throwable t) {
            t.printStackTrace();
        }
    }

    public static void main(String[] args) {
        show(WithCauses::use);
        show(WithCauses::use);
        show(WithError::use);
        show(WithError::use);
        WithCauses.use();
    }
}
