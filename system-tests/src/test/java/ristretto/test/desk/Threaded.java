package ristretto.test.desk;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import ristretto.sdk.Startup;

/** A component for which a thread of the JDK's own works: it may compute, and know the time, and is told if it wants more than that. */
public final class Threaded {
    private static final Timer TIMER = new Timer("timer", true);

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        System.out.println("sum "
                + byTimer(() -> {
                    long all = 0;
                    for (int i = 0; i < 1000; i++) {
                        all += i;
                    }
                    return System.nanoTime() > 0 ? all : -1;
                }));
        System.out.println("name: " + byTimer(Startup::name));
        System.out.println("out: " + byTimer(Executors.callable(() -> System.out.println("nowhere"))));
        System.out.println("exit: " + byTimer(Executors.callable(() -> System.exit(3))));
        throw new IllegalStateException("all is said");
    }

    /** Its answer, or what it was told. */
    private static Object byTimer(Callable<?> work) throws InterruptedException {
        FutureTask<?> task = new FutureTask<>(work);
        TIMER.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        task.run();
                    }
                },
                0);
        try {
            return task.get();
        } catch (ExecutionException e) {
            return e.getCause().getMessage();
        }
    }

    private Threaded() {}
}
