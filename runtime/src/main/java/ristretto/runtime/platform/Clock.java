package ristretto.runtime.platform;

/** Time, and waiting for it. */
public final class Clock {

    /** Time that never goes back, from some point in the past. */
    public static native long nanoseconds();

    /** Nanoseconds since the beginning of 1970, UTC; where nobody knows the date, since the machine was switched on. */
    public static native long sinceEpochNanoseconds();

    /** Waits until {@link #nanoseconds} is there: true; or until something arrives from another process: false. */
    public static native boolean waitUntil(long deadline);

    private Clock() {}
}
