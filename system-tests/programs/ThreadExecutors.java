import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;

/** Pools of all sizes: results, exceptions, rejection, shutdown, cancellation, invokeAll and invokeAny. */
public class ThreadExecutors {
    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        List<Future<Integer>> results = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int n = i;
            results.add(pool.submit(() -> n * n));
        }
        int sum = 0;
        for (Future<Integer> result : results) {
            sum += result.get();
        }
        System.out.println(sum);
        Future<?> failing = pool.submit(() -> {
            throw new IllegalStateException("in a task");
        });
        try {
            failing.get();
        } catch (ExecutionException e) {
            System.out.println(e.getMessage() + " / " + e.getCause());
        }
        System.out.println(failing.isDone() + " " + failing.state());
        List<Callable<String>> calls = List.of(() -> "a", () -> "b", () -> "c");
        for (Future<String> each : pool.invokeAll(calls)) {
            System.out.print(each.get() + " ");
        }
        System.out.println(pool.<String>invokeAny(List.of((Callable<String>) () -> "any")));
        Future<?> sleeping = pool.submit(() -> {
            Thread.sleep(100_000);
            return null;
        });
        try {
            sleeping.get(5, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.out.println("timeout " + e.getMessage());
        }
        System.out.println(sleeping.cancel(true) + " " + sleeping.isCancelled() + " " + sleeping.isDone());
        try {
            sleeping.get();
        } catch (CancellationException e) {
            System.out.println("cancelled");
        }
        pool.shutdown();
        System.out.println(pool.awaitTermination(10, TimeUnit.SECONDS) + " " + pool.isTerminated());
        try {
            pool.submit(() -> {});
        } catch (RejectedExecutionException e) {
            System.out.println("rejected");
        }
        ExecutorService single = Executors.newSingleThreadExecutor(task -> new Thread(task, "the only one"));
        StringBuffer order = new StringBuffer();
        for (int i = 0; i < 5; i++) {
            int n = i;
            single.execute(() -> order.append(n));
        }
        single.submit(() -> order.append(Thread.currentThread().getName())).get();
        single.close();
        System.out.println(order);
        ThreadPoolExecutor bounded = new ThreadPoolExecutor(
                1, 2, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), new ThreadPoolExecutor.CallerRunsPolicy());
        AtomicInteger byCaller = new AtomicInteger();
        Thread caller = Thread.currentThread();
        CountDownLatch hold = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            int n = i;
            bounded.execute(() -> {
                if (Thread.currentThread() == caller) {
                    byCaller.incrementAndGet();
                } else {
                    try {
                        hold.await();
                    } catch (InterruptedException e) {
                        System.out.println("never");
                    }
                }
            });
        }
        System.out.println(byCaller + " " + bounded.getPoolSize() + " " + bounded.getQueue().size() + " " + bounded.getActiveCount());
        hold.countDown();
        bounded.shutdown();
        System.out.println(bounded.awaitTermination(1, TimeUnit.SECONDS) + " " + bounded.getCompletedTaskCount());
        ExecutorService cached = Executors.newCachedThreadPool();
        List<Future<String>> names = new ArrayList<>();
        CyclicBarrier together = new CyclicBarrier(4);
        for (int i = 0; i < 4; i++) {
            names.add(cached.submit(() -> {
                together.await();
                return Thread.currentThread().getName().replaceAll("pool-\\d+-", "");
            }));
        }
        List<String> sorted = new ArrayList<>();
        for (Future<String> name : names) {
            sorted.add(name.get());
        }
        sorted.sort(null);
        System.out.println(sorted);
        List<Runnable> rest = cached.shutdownNow();
        System.out.println(rest.size() + " " + cached.isShutdown());
        FutureTask<String> task = new FutureTask<>(() -> "future task");
        new Thread(task).start();
        System.out.println(task.get() + " " + task.resultNow());
        ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(Runnable::run);
        service.submit(() -> 5);
        System.out.println(service.take().get());
    }
}
