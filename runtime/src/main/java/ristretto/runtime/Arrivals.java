package ristretto.runtime;

/**
 * What arrives from other processes while the fibers of this one wait, and lets them go on: answers to their calls, calls of others. The scheduler looks when nobody can run, and now
 * and then while somebody can. A process to which nothing arrives has no object of this class.
 */
public abstract class Arrivals {
    /** All that there are. */
    private static Arrivals first;

    private Arrivals next;

    /** To be called once: from now on the scheduler looks here too. */
    protected final void lookHere() {
        next = first;
        first = this;
        Scheduler.watch();
        Threads.need();
        OtherThreads.begin();
    }

    /** Takes what has arrived, without waiting, and makes ready who can go on. */
    protected abstract void take();

    /** The process is about to wait. True: nothing has arrived, and whoever sends something will signal. False: something has. */
    protected abstract boolean announceWait();

    /** Whether a fiber waits that something arrives. */
    protected abstract boolean isExpected();

    static boolean exist() {
        return first != null;
    }

    /** {@link #take} of all. */
    public static void takeAll() {
        for (Arrivals arrivals = first; arrivals != null; arrivals = arrivals.next) {
            arrivals.take();
        }
    }

    /** {@link #announceWait} of all: true where all may wait. */
    public static boolean announceWaitOfAll() {
        for (Arrivals arrivals = first; arrivals != null; arrivals = arrivals.next) {
            if (!arrivals.announceWait()) {
                return false;
            }
        }
        return true;
    }

    static boolean areExpected() {
        for (Arrivals arrivals = first; arrivals != null; arrivals = arrivals.next) {
            if (arrivals.isExpected()) {
                return true;
            }
        }
        return false;
    }
}
