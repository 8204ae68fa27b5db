// exit: 1
/** Exceptions that leave threads: default output, handlers of all kinds, handlers that fail, main's own. */
public class ThreadUncaught {
    private static void run(Thread thread) throws InterruptedException {
        thread.start();
        thread.join();
    }

    public static void main(String[] args) throws InterruptedException {
        run(new Thread(() -> {
            throw new IllegalStateException("plain");
        }));
        run(new Thread(
                () -> {
                    int[] none = new int[0];
                    none[args.length + 3] = 1;
                },
                "a \"named\" one"));
        Thread own = new Thread(() -> {
            throw new IllegalArgumentException("own");
        });
        own.setUncaughtExceptionHandler((t, e) -> System.out.println(t.getName() + " own handler " + e.getMessage() + " " + t.getState()));
        System.out.println(own.getUncaughtExceptionHandler() != own.getThreadGroup());
        run(own);
        System.out.println(own.getUncaughtExceptionHandler());
        ThreadGroup group = new ThreadGroup("group") {
            @Override
            public void uncaughtException(Thread t, Throwable e) {
                System.out.println(getName() + " handles " + e);
            }
        };
        run(new Thread(group, () -> {
            throw new UnsupportedOperationException("grouped");
        }));
        Thread failing = new Thread(() -> {
            throw new RuntimeException("first");
        });
        failing.setUncaughtExceptionHandler((t, e) -> {
            throw new RuntimeException("second");
        });
        run(failing);
        System.out.println("the handler's own exception is lost");
        Thread.setDefaultUncaughtExceptionHandler((t, e) -> System.out.println("default: " + t.getName() + " " + e));
        run(new Thread(() -> {
            throw new Error("an error");
        }));
        run(Thread.ofVirtual().name("v").unstarted(() -> {
            throw new RuntimeException("virtual");
        }));
        throw new IllegalStateException("main's");
    }
}
