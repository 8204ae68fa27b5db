package ristretto.runtime;

/**
 * What the end of {@code main} and of the process involves in a program that has more than one thread, handlers of uncaught
 * exceptions, or shutdown hooks. Others have no object of this class, and pay nothing.
 */
abstract class Ending {
    /** Null until somebody needs it. */
    static Ending present;

    /** Hands what {@code main} threw to its handlers. */
    abstract void uncaught(Throwable uncaught);

    /** {@code main} is over: waits for the other threads, then runs the hooks. */
    abstract void afterMain();

    /** {@code System.exit}: runs the hooks. Does not return to whoever comes second. */
    abstract void beforeExit();
}
