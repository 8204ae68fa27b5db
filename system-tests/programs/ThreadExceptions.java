import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.*;

/** Exceptions across threads: causes, suppressed ones, finally blocks with waits inside, errors in tasks. */
public class ThreadExceptions {
    private static class Resource implements AutoCloseable {
        private final String name;

        Resource(String name) {
            this.name = name;
        }

        @Override
        public void close() throws Exception {
            Thread.sleep(1);
            throw new IllegalStateException("closing " + name);
        }
    }

    private static int finallyWaits() {
        int steps = 0;
        try {
            steps++;
            throw new IllegalArgumentException();
        } catch (IllegalArgumentException e) {
            steps += 10;
            Thread.yield();
        } finally {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                steps = -1;
            }
            steps += 100;
        }
        return steps;
    }

    public static void main(String[] args) throws InterruptedException {
        List<Throwable> caught = new ArrayList<>();
        Thread thread = new Thread(() -> {
            try (Resource a = new Resource("a"); Resource b = new Resource("b")) {
                throw new RuntimeException("body");
            } catch (Exception e) {
                caught.add(e);
            }
        });
        thread.start();
        thread.join();
        System.out.println(caught.getFirst() + " " + List.of(caught.getFirst().getSuppressed()));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Callable<Integer>> tasks = List.of(
                () -> 1,
                () -> Integer.parseInt("x"),
                () -> {
                    throw new Exception("checked", new RuntimeException("inner"));
                },
                () -> {
                    throw new StackOverflowError("an error");
                },
                ThreadExceptions::finallyWaits);
        for (Future<Integer> future : pool.invokeAll(tasks)) {
            try {
                System.out.println(future.get());
            } catch (ExecutionException e) {
                System.out.println(e.getMessage() + " / " + e.getCause().getCause());
            }
        }
        pool.shutdown();
        Object lock = new Object();
        Thread failing = new Thread(() -> {
            synchronized (lock) {
                Object nothing = args.length > 9 ? "" : null;
                nothing.hashCode();
            }
        });
        failing.setUncaughtExceptionHandler((t, e) -> System.out.println(e.getClass().getName() + " " + Thread.holdsLock(lock)));
        failing.start();
        failing.join();
        synchronized (lock) {
            System.out.println("the lock is free");
        }
        Thread[] memory = new Thread[3];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = new Thread(() -> {
                try {
                    long[] tooLarge = new long[Integer.MAX_VALUE - 8];
                    tooLarge[5] = 1;
                    System.out.println("never");
                } catch (OutOfMemoryError e) {
                    System.out.println("out of memory");
                }
            });
            memory[i].start();
            memory[i].join();
        }
        System.out.println(finallyWaits());
    }
}
