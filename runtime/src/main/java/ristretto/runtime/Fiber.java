package ristretto.runtime;

/**
 * A thread of the program as the runtime sees it: its stack, and what it waits for. All fibers run on the process's one
 * kernel thread, and one gives way to another only where it waits, so whatever the runtime does between two such points
 * is done as a whole.
 *
 * <p>A fiber can run, and is in the scheduler's ring, or it is in at most one queue: of those that want to enter a monitor, or of those that
 * wait at one.
 */
public final class Fiber {
    static final int RUNNABLE = 0;
    static final int SLEEPING = 1;
    static final int PARKED = 2;
    static final int WAITING = 3;
    static final int BLOCKED = 4;

    /** The fiber that runs {@code main}, on the stack that the process was given. */
    static final Fiber MAIN = new Fiber(MainThread.THREAD, false);

    final Thread thread;
    /** The process does not wait for it. */
    final boolean daemon;

    /** Null before the first run, after the last one, and of the main fiber. */
    FiberStack stack;

    /** What the constructor of its thread asked for; not above 0: nothing. */
    long stackBytes;

    /** Of its stack, see {@link FiberSwitch}; 0: it has no stack yet. */
    long header;

    long stackLow;

    long stackHigh;
    long stackLimit;

    /** What it does, or waits for: one of the constants above. */
    int state;
    /** {@code unpark} came before {@code park}. */
    boolean permit;
    /** Taken out of a wait by notification, and not by time or interruption. */
    boolean notified;
    /** The monitor at which it is blocked or waits. */
    Monitor monitor;

    /** Its neighbours in a queue of those that wait, and the queue. */
    Fiber next;

    Fiber previous;
    FiberQueue queue;

    /** In the ring of those that can run; see {@link Scheduler}. */
    @NoWriteBarrier(Scheduler.ALIVE)
    Fiber nextReady;

    /** When its time is over, see {@link Deadline}, and its place in {@link Timers}; -1: it is not there. */
    long deadline;

    int timerPlace = -1;
    long timerOrder;

    /** The list of all fibers that have been started and have not ended. */
    Fiber nextAlive;

    Fiber previousAlive;

    Object[] scopedValueCache;

    Fiber(Thread thread, boolean daemon) {
        this.thread = thread;
        this.daemon = daemon;
    }
}
