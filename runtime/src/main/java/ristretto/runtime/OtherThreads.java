package ristretto.runtime;

/** The other threads, for one that waits for something of its own, as a server does for requests. A program that starts none has no object of this class, and no scheduler. */
public abstract class OtherThreads {
    /** Null until a thread is started. */
    private static OtherThreads present;

    /** Whether there ever was another thread. */
    public static boolean exist() {
        return present != null;
    }

    /**
     * Lets all others that are ready run first. Answers how long the caller may wait then: until this time, in nanoseconds of the process's clock; 0: not at all, others are ready again; {@link
     * Long#MAX_VALUE}: no other one will be ready by itself.
     */
    public static long run() {
        return present.giveWay();
    }

    abstract long giveWay();

    /** There is a second thread now. */
    static void begin() {
        if (present == null) {
            present = new Scheduled();
        }
    }

    private static final class Scheduled extends OtherThreads {
        @Override
        long giveWay() {
            return Scheduler.giveWay();
        }
    }
}
