import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;

/** Tasks after a time and again and again: order of deadlines, cancellation, a task that fails. */
public class ThreadScheduled {
    public static void main(String[] args) throws Exception {
        ScheduledExecutorService service = Executors.newScheduledThreadPool(2);
        List<String> order = new CopyOnWriteArrayList<>();
        List<ScheduledFuture<?>> all = new ArrayList<>();
        int[] delays = {450, 150, 300, 600};
        for (int delay : delays) {
            all.add(service.schedule(() -> order.add("after " + delay), delay, TimeUnit.MILLISECONDS));
        }
        for (ScheduledFuture<?> each : all) {
            each.get();
        }
        System.out.println(order);
        CountDownLatch ticks = new CountDownLatch(5);
        ScheduledFuture<?> rate = service.scheduleAtFixedRate(ticks::countDown, 1, 2, TimeUnit.MILLISECONDS);
        ticks.await();
        System.out.println(rate.cancel(false) + " " + rate.isCancelled());
        AtomicInteger runs = new AtomicInteger();
        ScheduledFuture<?> failing = service.scheduleWithFixedDelay(
                () -> {
                    if (runs.incrementAndGet() == 3) {
                        throw new IllegalStateException("third run");
                    }
                },
                0,
                1,
                TimeUnit.MILLISECONDS);
        try {
            failing.get();
        } catch (ExecutionException e) {
            System.out.println(e.getCause().getMessage() + " " + runs);
        }
        ScheduledFuture<String> later = service.schedule(() -> "value", 3, TimeUnit.MILLISECONDS);
        System.out.println(later.get(10, TimeUnit.SECONDS) + " " + (later.getDelay(TimeUnit.NANOSECONDS) <= 0));
        ScheduledFuture<?> never = service.schedule(() -> System.out.println("never"), 1, TimeUnit.HOURS);
        System.out.println(never.getDelay(TimeUnit.MINUTES));
        System.out.println(service.shutdownNow().size() + " " + service.awaitTermination(1, TimeUnit.SECONDS));
    }
}
