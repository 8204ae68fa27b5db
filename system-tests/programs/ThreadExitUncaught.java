/** An exception in another thread does not change the exit code; main's does, when all have ended. */
public class ThreadExitUncaught {
    public static void main(String[] args) throws InterruptedException {
        Thread last = new Thread(() -> {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return;
            }
            System.out.println("still running after main");
            throw new IllegalStateException("of the last", new RuntimeException("cause"));
        });
        last.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        Thread daemon = new Thread(() -> {
            while (true) {
                Thread.yield();
            }
        });
        daemon.setDaemon(true);
        daemon.start();
        System.out.println("main ends");
    }
}
