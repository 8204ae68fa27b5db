package ristretto.desk.component;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What {@code ForkJoinPool} is in the code of components on the desk, because workers of the JDK's are threads of the JVM: each task has a thread of its process's, which takes turns with all others. Where
 * a task forks another, that one is computed at once ({@link Threads#fork}).
 */
public class ProcessPool extends ForkJoinPool {
    private static final long LOOK_AGAIN_NS = 1_000_000;

    private final String name;
    private final BitSet workers = new BitSet();
    private final ExecutorService tasks = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 0, TimeUnit.SECONDS, new SynchronousQueue<>(), Threads.carrying(this::worker));
    /** Null: nothing has been scheduled. */
    private ScheduledExecutorService timers;

    public ProcessPool() {
        this(1);
    }

    public ProcessPool(int parallelism) {
        this(parallelism, nextName());
    }

    /** Its workers are threads of the process, and not the factory's. */
    public ProcessPool(
            int parallelism,
            ForkJoinWorkerThreadFactory factory,
            Thread.UncaughtExceptionHandler handler,
            boolean asyncMode) {
        this(parallelism);
    }

    /** Likewise, and there are as many as there are tasks. */
    public ProcessPool(
            int parallelism,
            ForkJoinWorkerThreadFactory factory,
            Thread.UncaughtExceptionHandler handler,
            boolean asyncMode,
            int corePoolSize,
            int maximumPoolSize,
            int minimumRunnable,
            Predicate<? super ForkJoinPool> saturate,
            long keepAliveTime,
            TimeUnit unit) {
        this(parallelism);
    }

    private ProcessPool(int parallelism, String name) {
        super(parallelism);
        this.name = name;
    }

    private static String nextName() {
        Turns turns = Host.turns();
        return "ForkJoinPool" + (turns == null ? "" : "-" + turns.nextForkJoinPool());
    }

    /** One that is never shut down. */
    public static ForkJoinPool common() {
        return new ProcessPool(1, "ForkJoinPool.commonPool") {
            @Override
            public void shutdown() {}

            @Override
            public List<Runnable> shutdownNow() {
                return List.of();
            }

            @Override
            public void close() {}

            @Override
            public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(unit.toNanos(timeout));
                return false;
            }
        };
    }

    /** As on the machine, where a worker that has nothing to do takes the next task, the first free number is its name's. */
    private Thread worker(Runnable work) {
        int number = workers.nextClearBit(1);
        workers.set(number);
        return daemon(
                () -> {
                    try {
                        work.run();
                    } finally {
                        workers.clear(number);
                    }
                },
                name + "-worker-" + number);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new ProcessThread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private ScheduledExecutorService timers() {
        if (timers == null) {
            timers = new ScheduledThreadPoolExecutor(
                    1, Threads.carrying(task -> daemon(task, name + "-delayScheduler")));
        }
        return timers;
    }

    // ---- tasks

    @Override
    public void execute(Runnable task) {
        tasks.execute(task);
    }

    @Override
    public void execute(ForkJoinTask<?> task) {
        tasks.execute(task::quietlyInvoke);
    }

    @Override
    public <T> T invoke(ForkJoinTask<T> task) {
        return submit(task).join();
    }

    @Override
    public <T> ForkJoinTask<T> submit(ForkJoinTask<T> task) {
        execute(task);
        return task;
    }

    @Override
    public <T> ForkJoinTask<T> submit(Callable<T> task) {
        return submit(ForkJoinTask.adapt(task));
    }

    @Override
    public <T> ForkJoinTask<T> submit(Runnable task, T result) {
        return submit(ForkJoinTask.adapt(task, result));
    }

    @Override
    public ForkJoinTask<?> submit(Runnable task) {
        return submit(ForkJoinTask.adapt(task));
    }

    @Override
    public <T> ForkJoinTask<T> externalSubmit(ForkJoinTask<T> task) {
        return submit(task);
    }

    @Override
    public <T> ForkJoinTask<T> lazySubmit(ForkJoinTask<T> task) {
        return submit(task);
    }

    @Override
    public <T> List<Future<T>> invokeAllUninterruptibly(Collection<? extends Callable<T>> callables) {
        List<Future<T>> answers = new ArrayList<>();
        for (Callable<T> callable : callables) {
            answers.add(submit(callable));
        }
        answers.forEach(answer -> ((ForkJoinTask<T>) answer).quietlyJoin());
        return answers;
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> callables) throws InterruptedException {
        return tasks.invokeAll(callables);
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> callables, long timeout, TimeUnit unit)
            throws InterruptedException {
        return tasks.invokeAll(callables, timeout, unit);
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> callables)
            throws InterruptedException, ExecutionException {
        return tasks.invokeAny(callables);
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> callables, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return tasks.invokeAny(callables, timeout, unit);
    }

    // ---- time

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return timers().schedule(task, delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return timers().schedule(task, delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit) {
        return timers().scheduleAtFixedRate(task, delay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long delay, long pause, TimeUnit unit) {
        return timers().scheduleWithFixedDelay(task, delay, pause, unit);
    }

    @Override
    public <V> ForkJoinTask<V> submitWithTimeout(
            Callable<V> task, long timeout, TimeUnit unit, Consumer<? super ForkJoinTask<V>> onTimeout) {
        ForkJoinTask<V> submitted = submit(task);
        timers().schedule(() -> expire(submitted, onTimeout), timeout, unit);
        return submitted;
    }

    private static <V> void expire(ForkJoinTask<V> task, Consumer<? super ForkJoinTask<V>> onTimeout) {
        if (!task.isDone()) {
            if (onTimeout == null) {
                task.cancel(true);
            } else {
                onTimeout.accept(task);
            }
        }
    }

    // ---- life

    @Override
    public void shutdown() {
        tasks.shutdown();
        if (timers != null) {
            timers.shutdown();
        }
    }

    @Override
    public List<Runnable> shutdownNow() {
        tasks.shutdownNow();
        if (timers != null) {
            timers.shutdownNow();
        }
        return List.of();
    }

    @Override
    public void close() {
        tasks.close();
        if (timers != null) {
            timers.close();
        }
    }

    @Override
    public boolean isShutdown() {
        return tasks.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return tasks.isTerminated();
    }

    @Override
    public boolean isTerminating() {
        return isShutdown() && !isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return tasks.awaitTermination(timeout, unit);
    }

    @Override
    public boolean isQuiescent() {
        return workers.isEmpty();
    }

    @Override
    public boolean awaitQuiescence(long timeout, TimeUnit unit) {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (!isQuiescent() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN_NS);
        }
        return isQuiescent();
    }
}
