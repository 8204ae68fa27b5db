package ristretto.desk.component;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the code of components calls on the desk instead of some methods of the JDK, which speak of the whole JVM there. All of it depends on
 * the thread: a component's, and those that it makes, speak of its process, any other of the JVM.
 */
public final class Host {
    /** A process on the desk, as its own thread sees it. */
    public interface Guest {
        InputStream in();

        PrintStream out();

        PrintStream err();

        void exit(int code);

        /** The same, without shutdown hooks. */
        void halt(int code);

        long nanoTime();

        long currentTimeMillis();

        void sleep(long nanoseconds) throws InterruptedException;

        /** A thread of the process's makes another one of the JVM's, of whatever kind. */
        void threadMade();

        /** Those of the process. */
        Turns turns();

        /** The runtime's {@code Fiber} that is the present thread. */
        Object fiber();

        /** As the runtime's {@code Threads.await}; {@link Long#MAX_VALUE}: without deadline. */
        void await(long deadlineNs);

        void endWait(Object fiber);

        boolean isWaiting(Object fiber);

        /** As the runtime's {@code Scheduler.giveWay}. */
        long giveWay();

        /** Stops here while the process is not to compute; does not come back where it has ended. */
        void poll();
    }

    private static final ThreadLocal<Guest> GUEST = new InheritableThreadLocal<>() {
        @Override
        protected Guest childValue(Guest guest) {
            if (guest != null) {
                guest.threadMade();
            }
            return guest;
        }
    };

    private static final int MOST_NANOSECONDS = 999_999;
    private static final AtomicInteger LATE = new AtomicInteger();

    /** From now on this thread is the guest's. */
    public static void enter(Guest guest) {
        GUEST.set(guest);
    }

    /** Those of the present thread's process; null: it is no component's. */
    static Turns turns() {
        Guest guest = GUEST.get();
        return guest == null ? null : guest.turns();
    }

    /** So many more threads are to stop at their next {@link #poll}. */
    public static void changeLate(int more) {
        LATE.addAndGet(more);
    }

    /** In every loop of a component. */
    public static void poll() {
        if (LATE.get() != 0) {
            Guest guest = GUEST.get();
            if (guest != null) {
                guest.poll();
            }
        }
    }

    public static InputStream in() {
        Guest guest = GUEST.get();
        return guest == null ? System.in : guest.in();
    }

    public static PrintStream out() {
        Guest guest = GUEST.get();
        return guest == null ? System.out : guest.out();
    }

    public static PrintStream err() {
        Guest guest = GUEST.get();
        return guest == null ? System.err : guest.err();
    }

    public static void exit(int code) {
        requireGuest().exit(code);
    }

    public static void exit(Runtime runtime, int code) {
        requireGuest().exit(code);
    }

    public static void halt(Runtime runtime, int code) {
        requireGuest().halt(code);
    }

    public static void addShutdownHook(Runtime runtime, Thread hook) {
        requireGuest().turns().addShutdownHook(hook);
    }

    public static boolean removeShutdownHook(Runtime runtime, Thread hook) {
        return requireGuest().turns().removeShutdownHook(hook);
    }

    private static Guest requireGuest() {
        Guest guest = GUEST.get();
        if (guest == null) {
            throw new UnsupportedOperationException("whose process is to end? This thread is no component's");
        }
        return guest;
    }

    public static long nanoTime() {
        Guest guest = GUEST.get();
        return guest == null ? System.nanoTime() : guest.nanoTime();
    }

    public static long currentTimeMillis() {
        Guest guest = GUEST.get();
        return guest == null ? System.currentTimeMillis() : guest.currentTimeMillis();
    }

    public static void sleep(long milliseconds) throws InterruptedException {
        Guest guest = GUEST.get();
        if (guest == null) {
            Thread.sleep(milliseconds);
        } else {
            guest.sleep(TimeUnit.MILLISECONDS.toNanos(notNegative(milliseconds)));
        }
    }

    public static void sleep(long milliseconds, int nanoseconds) throws InterruptedException {
        if (nanoseconds < 0 || nanoseconds > MOST_NANOSECONDS) {
            throw new IllegalArgumentException("nanosecond timeout value out of range");
        }
        Guest guest = GUEST.get();
        if (guest == null) {
            Thread.sleep(milliseconds, nanoseconds);
        } else {
            long nanosecondsOfAll = TimeUnit.MILLISECONDS.toNanos(notNegative(milliseconds));
            guest.sleep(Math.min(nanosecondsOfAll, Long.MAX_VALUE - nanoseconds) + nanoseconds);
        }
    }

    public static void sleep(Duration duration) throws InterruptedException {
        Guest guest = GUEST.get();
        if (guest == null) {
            Thread.sleep(duration);
        } else {
            guest.sleep(Math.max(0, TimeUnit.NANOSECONDS.convert(duration)));
        }
    }

    private static long notNegative(long milliseconds) {
        if (milliseconds < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        return milliseconds;
    }

    // ---- instead of methods of the runtime, which has no fibers here

    public static Object fiber() {
        return GUEST.get().fiber();
    }

    public static void await(long deadlineNs) {
        GUEST.get().await(deadlineNs);
    }

    public static void endWait(Object fiber) {
        GUEST.get().endWait(fiber);
    }

    public static boolean isWaiting(Object fiber) {
        return GUEST.get().isWaiting(fiber);
    }

    public static long giveWay() {
        return GUEST.get().giveWay();
    }

    private Host() {}
}
