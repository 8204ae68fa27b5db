package ristretto.kernel;

/**
 * An object that a {@link TimerWheel} can hold: a thread until its deadline, a scheduling context until it is refilled.
 */
public abstract class Timed extends KernelObject {
    Timed nextTimed;
    Timed previousTimed;

    /** Tick at which it is due, while it is in the wheel. */
    long dueAt;

    /** Number of its list in the wheel, counted from 1; 0: it is in none. */
    int wheelList;
}
