package ristretto.desk.component;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * What the code of components calls on the desk instead of methods of the JDK that make threads, or ask one what a {@link ProcessThread} does not know itself. By a thread that is no component's they do
 * what they say.
 */
public final class Threads {
    private static final Pattern NUMBERED = Pattern.compile("Thread-\\d+");

    // ---- Thread

    public static Thread currentThread() {
        Turns turns = Host.turns();
        return turns == null ? Thread.currentThread() : turns.current();
    }

    /** Who spins waits for another thread, which must have its turn for it. */
    public static void onSpinWait() {
        Thread.yield();
    }

    public static boolean isAlive(Thread thread) {
        return ProcessThread.carrier(thread).isAlive();
    }

    public static void join(Thread thread) throws InterruptedException {
        ProcessThread.carrier(thread).join();
    }

    public static void join(Thread thread, long milliseconds) throws InterruptedException {
        ProcessThread.carrier(thread).join(milliseconds);
    }

    public static void join(Thread thread, long milliseconds, int nanoseconds) throws InterruptedException {
        ProcessThread.carrier(thread).join(milliseconds, nanoseconds);
    }

    public static boolean join(Thread thread, Duration duration) throws InterruptedException {
        return ProcessThread.carrier(thread).join(duration);
    }

    public static void unpark(Thread thread) {
        LockSupport.unpark(thread == null ? null : ProcessThread.carrier(thread));
    }

    // ---- builders and factories

    public static Thread unstarted(Thread.Builder builder, Runnable task) {
        return Host.turns() != null && builder instanceof Thread.Builder.OfPlatform platform
                ? instead(platform.inheritInheritableThreadLocals(false).unstarted(task))
                : builder.unstarted(task);
    }

    public static Thread start(Thread.Builder builder, Runnable task) {
        Thread thread = unstarted(builder, task);
        thread.start();
        return thread;
    }

    public static ThreadFactory factory(Thread.Builder builder) {
        if (Host.turns() == null || !(builder instanceof Thread.Builder.OfPlatform platform)) {
            return builder.factory();
        }
        ThreadFactory factory = platform.inheritInheritableThreadLocals(false).factory();
        return task -> instead(factory.newThread(task));
    }

    /** In place of one that has not been started: does what that one would. */
    private static Thread instead(Thread thread) {
        ProcessThread made = NUMBERED.matcher(thread.getName()).matches()
                ? new ProcessThread(thread)
                : new ProcessThread(thread, thread.getName());
        made.setDaemon(thread.isDaemon());
        made.setPriority(thread.getPriority());
        if (thread.getUncaughtExceptionHandler() != thread.getThreadGroup()) {
            made.setUncaughtExceptionHandler(thread.getUncaughtExceptionHandler());
        }
        return made;
    }

    public static ThreadFactory defaultThreadFactory() {
        Turns turns = Host.turns();
        return pool("pool-" + (turns == null ? "" : turns.nextPool()) + "-thread-");
    }

    private static ThreadFactory pool(String name) {
        int[] threads = new int[1];
        return task -> {
            Thread thread = new ProcessThread(task, name + ++threads[0]);
            thread.setDaemon(false);
            thread.setPriority(Thread.NORM_PRIORITY);
            return thread;
        };
    }

    /** For pools of the JDK, which start the threads that they are given without asking them. */
    public static ThreadFactory carrying(ThreadFactory factory) {
        return factory == null
                ? null
                : task -> {
                    Thread thread = factory.newThread(task);
                    return thread == null ? null : ProcessThread.starting(thread);
                };
    }

    // ---- the common pool, and other ones for forked tasks

    public static ForkJoinPool commonPool() {
        Turns turns = Host.turns();
        return turns == null ? ForkJoinPool.commonPool() : turns.commonPool();
    }

    public static ExecutorService newWorkStealingPool() {
        return new ProcessPool();
    }

    public static ExecutorService newWorkStealingPool(int parallelism) {
        return new ProcessPool(parallelism);
    }

    /** As on the machine where no pool has it: computed at once. */
    public static ForkJoinTask<?> fork(ForkJoinTask<?> task) {
        if (Host.turns() == null || Thread.currentThread() instanceof ForkJoinWorkerThread) {
            return task.fork();
        }
        task.quietlyInvoke();
        return task;
    }

    public static void invokeAll(ForkJoinTask<?> one, ForkJoinTask<?> other) {
        one.invoke();
        other.invoke();
    }

    public static void invokeAll(ForkJoinTask<?>... tasks) {
        for (ForkJoinTask<?> task : tasks) {
            task.invoke();
        }
    }

    public static <T extends ForkJoinTask<?>> Collection<T> invokeAll(Collection<T> tasks) {
        tasks.forEach(ForkJoinTask::invoke);
        return tasks;
    }

    // ---- futures that wait for time

    public static Executor delayedExecutor(long delay, TimeUnit unit) {
        return delayedExecutor(delay, unit, commonPool());
    }

    public static Executor delayedExecutor(long delay, TimeUnit unit, Executor executor) {
        ForkJoinPool pool = commonPool();
        return task -> pool.schedule(() -> executor.execute(task), delay, unit);
    }

    public static <T> CompletableFuture<T> orTimeout(CompletableFuture<T> future, long timeout, TimeUnit unit) {
        return after(future, timeout, unit, () -> future.completeExceptionally(new TimeoutException()));
    }

    public static <T> CompletableFuture<T> completeOnTimeout(
            CompletableFuture<T> future, T value, long timeout, TimeUnit unit) {
        return after(future, timeout, unit, () -> future.complete(value));
    }

    private static <T> CompletableFuture<T> after(
            CompletableFuture<T> future, long timeout, TimeUnit unit, Runnable action) {
        if (!future.isDone()) {
            ScheduledFuture<?> timer = commonPool().schedule(action, timeout, unit);
            future.whenComplete((value, thrown) -> timer.cancel(false));
        }
        return future;
    }

    private Threads() {}
}
