package ristretto.runtime;

import ristretto.magic.AlwaysInline;
import ristretto.magic.Export;
import ristretto.magic.Memory;
import ristretto.magic.TailCalls;
import ristretto.magic.Waits;
import ristretto.runtime.jdk.ThreadHolderSubstitute;
import ristretto.runtime.jdk.ThreadSubstitute;
import ristretto.runtime.platform.Exit;
import ristretto.runtime.platform.StandardStreams;

/** The life of a thread over its fiber: start, end, state, interruption; and the end of a process that has several. */
public final class Threads {
    private static final int STARTED = 5;
    private static final int TERMINATED = 2;
    private static final byte[] NO_TEXT = {};
    private static final StackTraceElement[] NO_TRACE = {};

    /** Threads for which the process waits, {@code main} not counted. */
    private static int others;

    private static boolean mainWaits;

    /** The running thread. */
    public static Thread current() {
        return Scheduler.current.thread;
    }

    /** {@code Thread.start}: it will run when the present one waits. */
    public static void start(Thread thread) {
        need();
        Fiber fiber = new Fiber(thread, thread.isDaemon());
        fiber.stackBytes = ThreadHolderSubstitute.stackBytes(ThreadSubstitute.holder(thread));
        ThreadSubstitute.setFiberAddress(thread, Memory.addressOf(fiber));
        ThreadHolderSubstitute.setStatus(ThreadSubstitute.holder(thread), STARTED);
        OtherThreads.begin();
        Scheduler.enlist(fiber);
        if (!fiber.daemon) {
            others++;
        }
        Scheduler.ready(fiber);
    }

    /** From now on the end of the process is {@link LastThread}'s concern. */
    public static void need() {
        if (Ending.present == null) {
            Ending.present = new LastThread();
        }
    }

    /** {@code System.exit}: the hooks run first. */
    public static void exit(int code) {
        if (Ending.present != null) {
            Ending.present.beforeExit();
        }
        Exit.now(code, NO_TEXT);
    }

    /** First function of every fiber but the main one. A fiber that ends may leave its stack to the next. */
    @Export(value = "fiber_main", neededBy = "fiber_prepare")
    static void main() {
        try {
            while (true) {
                Fiber self = Scheduler.current;
                run(self.thread);
                end(self);
                Scheduler.leave();
            }
        } catch (Throwable failure) {
            Deadlock.reportFailure(failure);
        }
    }

    private static void run(Thread thread) {
        try {
            thread.run();
        } catch (Throwable uncaught) {
            dispatch(thread, uncaught);
        }
    }

    /** As in HotSpot, what a handler throws is told in one line. */
    static void dispatch(Thread thread, Throwable uncaught) {
        try {
            ThreadSubstitute.dispatch(thread, uncaught);
        } catch (Throwable another) {
            byte[] text = Utf8.encode("\nException: " + another.getClass().getName()
                    + " thrown from the UncaughtExceptionHandler in thread \"" + thread.getName() + "\"\n");
            StandardStreams.write(StandardStreams.ERROR, text, 0, text.length);
        }
    }

    static void end(Fiber fiber) {
        Thread thread = fiber.thread;
        try {
            ThreadSubstitute.leave(thread);
        } catch (Throwable uncaught) {
            dispatch(thread, uncaught);
        }
        Monitors.enter(thread);
        ThreadSubstitute.setFiberAddress(thread, 0);
        ThreadHolderSubstitute.setStatus(ThreadSubstitute.holder(thread), TERMINATED);
        Monitors.notifyAll(thread);
        Monitors.exit(thread);
        if (fiber == Fiber.MAIN) {
            return;
        }
        Scheduler.delist(fiber);
        if (!fiber.daemon) {
            others--;
            if (others == 0 && mainWaits) {
                mainWaits = false;
                Scheduler.ready(Fiber.MAIN);
            }
        }
    }

    static void awaitOthers() {
        if (others > 0) {
            mainWaits = true;
            Scheduler.block(Fiber.PARKED, Deadline.NEVER);
        }
    }

    /** The fiber of a thread that is alive, else null. */
    private static Fiber fiberOf(Thread thread) {
        if (thread == MainThread.THREAD) {
            return thread.isAlive() ? Fiber.MAIN : null;
        }
        return Memory.objectAt(Fiber.class, ThreadSubstitute.fiberAddress(thread));
    }

    public static Thread.State state(Thread thread) {
        Fiber fiber = fiberOf(thread);
        if (fiber == null) {
            return ThreadHolderSubstitute.status(ThreadSubstitute.holder(thread)) != 0
                    ? Thread.State.TERMINATED
                    : Thread.State.NEW;
        }
        return switch (fiber.state) {
            case Fiber.RUNNABLE -> Thread.State.RUNNABLE;
            case Fiber.BLOCKED -> Thread.State.BLOCKED;
            default -> fiber.timerPlace >= 0 ? Thread.State.TIMED_WAITING : Thread.State.WAITING;
        };
    }

    /** The thread has been interrupted: if it waits for anything but a monitor, it waits no longer. */
    public static void wakeForInterrupt(Thread thread) {
        Fiber fiber = fiberOf(thread);
        if (fiber != null && fiber.state != Fiber.RUNNABLE && fiber.state != Fiber.BLOCKED) {
            Timers.remove(fiber);
            Scheduler.wake(fiber);
        }
    }

    @Waits("time")
    public static void sleep(long nanoseconds) throws InterruptedException {
        if (!Thread.interrupted()) {
            if (nanoseconds == 0) {
                Scheduler.yield();
                return;
            }
            Scheduler.block(Fiber.SLEEPING, Deadline.after(nanoseconds));
            if (!Thread.interrupted()) {
                return;
            }
        }
        throw current().isVirtual() ? new InterruptedException() : new InterruptedException("sleep interrupted");
    }

    @TailCalls
    public static void yield() {
        Scheduler.yield();
    }

    /** {@code Unsafe.park}. */
    @Waits("another thread, or for time")
    public static void park(long deadline) {
        Fiber self = Scheduler.current;
        if (!self.permit && !self.thread.isInterrupted()) {
            Scheduler.block(Fiber.PARKED, deadline);
        }
        self.permit = false;
    }

    public static void unpark(Thread thread) {
        Fiber fiber = fiberOf(thread);
        if (fiber == null) {
            return;
        }
        fiber.permit = true;
        if (fiber.state == Fiber.PARKED && fiber != Fiber.MAIN | !mainWaits) {
            Timers.remove(fiber);
            Scheduler.ready(fiber);
        }
    }

    /** All threads that are alive, the oldest first. */
    public static Thread[] all() {
        int count = 0;
        for (Fiber fiber = Scheduler.alive; fiber != null; fiber = fiber.nextAlive) {
            count += fiber.thread.isAlive() ? 1 : 0;
        }
        Thread[] threads = new Thread[count];
        for (Fiber fiber = Scheduler.alive; fiber != null; fiber = fiber.nextAlive) {
            if (fiber.thread.isAlive()) {
                threads[--count] = fiber.thread;
            }
        }
        return threads;
    }

    /** The stack of a thread; of one that has not run yet there is none. */
    public static StackTraceElement[] trace(Thread thread) {
        Fiber fiber = fiberOf(thread);
        if (fiber == null || fiber.header == 0) {
            return NO_TRACE;
        }
        Object addresses = fiber == Scheduler.current ? Backtrace.record() : Backtrace.of(fiber);
        return addresses == null ? NO_TRACE : Backtrace.elements(null, (long[]) addresses);
    }

    /** That of the running thread. */
    public static Fiber currentFiber() {
        return Scheduler.current;
    }

    /**
     * Lets others run until somebody calls {@link #endWait} for the current fiber, which may happen early, or its time has come.
     *
     * @param deadline in nanoseconds of the process's clock; {@link Long#MAX_VALUE}: none
     */
    public static void await(long deadline) {
        Scheduler.block(Fiber.PARKED, deadline);
    }

    /** {@link #await} without a deadline. */
    @AlwaysInline
    public static void await() {
        Scheduler.park();
    }

    /** Ends a fiber's {@link #await}, if it is there. */
    @AlwaysInline
    public static void endWait(Fiber fiber) {
        if (fiber.state == Fiber.PARKED) {
            if (fiber.timerPlace >= 0) {
                Timers.remove(fiber);
            }
            Scheduler.makeReady(fiber);
        }
    }

    /** Whether it waits for anything but its turn. */
    public static boolean isWaiting(Fiber fiber) {
        return fiber.state != Fiber.RUNNABLE;
    }

    public static Object[] scopedValueCache() {
        return Scheduler.current.scopedValueCache;
    }

    public static void setScopedValueCache(Object[] cache) {
        Scheduler.current.scopedValueCache = cache;
    }

    private Threads() {}
}
