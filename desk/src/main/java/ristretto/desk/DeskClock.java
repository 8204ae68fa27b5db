package ristretto.desk;

import java.util.function.LongSupplier;

/**
 * The machine's clock. While nobody computes it goes as the host's does; while a process computes it goes at an eighth of that, because a JVM that has
 * just begun is slower than the machine, and budgets and heartbeats are meant for the machine. A pause of the whole JVM, as at a breakpoint, hardly counts.
 */
final class DeskClock {
    static final long TICKS_PER_SECOND = 10_000_000;

    static final long NS_PER_TICK = 1_000_000_000 / TICKS_PER_SECOND;
    private static final int SLOWNESS = 8;
    private static final long LONGEST_STEP_NS = 50_000_000;

    private final LongSupplier host;
    private long last;
    private long passedNs;
    private boolean computing = true;

    /** @param host nanoseconds of the host's clock */
    DeskClock(LongSupplier host) {
        this.host = host;
        last = host.getAsLong();
    }

    /** From now on somebody computes, or nobody does. */
    void setComputing(boolean now) {
        advance();
        computing = now;
    }

    long ticks() {
        advance();
        return passedNs / NS_PER_TICK;
    }

    /** So much of the host's time goes by, at least, before the clock shows these ticks, as things are now; at least 0. */
    long nanosecondsUntil(long ticks) {
        long left = ticks - ticks();
        if (left <= 0) {
            return 0;
        }
        long most = Long.MAX_VALUE / NS_PER_TICK / SLOWNESS;
        return Math.min(left, most) * NS_PER_TICK * (computing ? SLOWNESS : 1);
    }

    private void advance() {
        long now = host.getAsLong();
        long elapsed = now - last;
        last = now;
        passedNs += computing ? Math.min(elapsed, LONGEST_STEP_NS) / SLOWNESS : elapsed;
    }
}
