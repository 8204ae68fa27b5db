package ristretto.test.desk;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ristretto.sdk.Startup;

/** A component with another thread, of a class of its own: it may compute, and know the time, and is told if it wants more than that. */
public final class Threaded {
    private static final class Other extends Thread {
        Other(Runnable task) {
            super(task, "other");
        }
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        try (ExecutorService others = Executors.newSingleThreadExecutor(Other::new)) {
            Future<Long> sum = others.submit(() -> {
                long all = 0;
                for (int i = 0; i < 1000; i++) {
                    all += i;
                }
                return System.nanoTime() > 0 ? all : -1;
            });
            System.out.println("sum " + sum.get());
            System.out.println("name: " + refusal(others.submit(Startup::name)));
            System.out.println("out: " + refusal(others.submit(() -> System.out.println("nowhere"))));
            System.out.println("exit: " + refusal(others.submit(() -> System.exit(3))));
        }
        throw new IllegalStateException("all is said");
    }

    private static String refusal(Future<?> work) throws InterruptedException {
        try {
            return "did " + work.get();
        } catch (ExecutionException e) {
            return e.getCause().getMessage();
        }
    }

    private Threaded() {}
}
