// exit: 3
/** System.exit from a thread: hooks run once, others do not hinder. */
public class ThreadShutdown {
    public static void main(String[] args) throws InterruptedException {
        Thread removed = new Thread(() -> System.out.println("never"));
        Runtime.getRuntime().addShutdownHook(removed);
        System.out.println(Runtime.getRuntime().removeShutdownHook(removed) + " " + Runtime.getRuntime().removeShutdownHook(removed));
        Thread hook = new Thread(() -> {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                return;
            }
            System.out.println("hook of " + Thread.currentThread().getName());
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {}));
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        Thread running = new Thread(() -> {
            try {
                Thread.sleep(1_000_000);
            } catch (InterruptedException e) {
                return;
            }
        });
        running.start();
        try {
            Runtime.getRuntime().addShutdownHook(running);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        new Thread(() -> {
            System.out.println("exits");
            try {
                System.exit(3);
            } finally {
                System.out.println("never");
            }
        }).start();
        running.join();
    }
}
