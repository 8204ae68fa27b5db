package ristretto.supervisor;

import ristretto.abi.ThreadState;

/**
 * The replacement of the version of a server that runs by another one, in two steps. First it waits for a moment at which the server serves nobody; then the old life is ended and
 * a new one begun, with the saved state and behind the same endpoint, where calls wait meanwhile. The new version proves itself by waiting for calls within its
 * deadline; if it does not, the old one comes back, with the state as it was.
 *
 * <p>The supervisor has a higher priority than those it watches, and there is one core: while it looks, the server does not run.
 */
final class Swap {
    /** Answers of {@link #look}. */
    static final int GO_ON = 0;

    /** The server is at rest: now. */
    static final int REPLACE = 1;

    /** The new version waits for calls. */
    static final int DONE = 2;

    /** The deadline has passed. */
    static final int TOO_LATE = 3;

    private static final long LOOK_AGAIN_NS = 20_000;
    private static final long MOST_NS = 1_000_000_000L;

    private final int target;
    private final int before;
    private boolean replaced;
    private long nextNs;
    private long deadlineNs;

    /** @param target number of the version that is to run; {@code before}: of the one that does */
    Swap(int target, int before, long nowNs) {
        this.target = target;
        this.before = before;
        nextNs = nowNs;
        deadlineNs = nowNs + MOST_NS;
    }

    int target() {
        return target;
    }

    int before() {
        return before;
    }

    long nextNs() {
        return nextNs;
    }

    /** The new version runs, but has not proved itself yet. */
    boolean isReplaced() {
        return replaced;
    }

    void replaced(long nowNs) {
        replaced = true;
        nextNs = nowNs;
        deadlineNs = nowNs + MOST_NS;
    }

    /** @param state of the server's thread, see {@link ThreadState} */
    int look(long nowNs, int state) {
        if (state == ThreadState.RECEIVING) {
            return replaced ? DONE : REPLACE;
        }
        nextNs = nowNs + LOOK_AGAIN_NS;
        return nowNs < deadlineNs ? GO_ON : TOO_LATE;
    }
}
