package ristretto.runtime;

import ristretto.runtime.platform.Clock;

/** Times on the clock at which a wait ends; {@link #NEVER} where it does not. */
public final class Deadline {
    public static final long NEVER = Long.MAX_VALUE;

    private static final long NANOSECONDS_PER_MILLISECOND = 1_000_000;

    public static long after(long nanoseconds) {
        long now = Clock.nanoseconds();
        return nanoseconds > NEVER - now ? NEVER : now + nanoseconds;
    }

    public static long afterMilliseconds(long milliseconds) {
        return milliseconds > NEVER / NANOSECONDS_PER_MILLISECOND
                ? NEVER
                : after(milliseconds * NANOSECONDS_PER_MILLISECOND);
    }

    private Deadline() {}
}
