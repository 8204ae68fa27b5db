package ristretto.sdk;

import ristretto.magic.riscv64.Machine;

/** Time since the machine was switched on. It never goes back. */
public final class Clock {
    private static final long SECOND_NS = 1_000_000_000L;

    public static long nowTicks() {
        return Machine.readTime();
    }

    public static long nowNs() {
        return ticksToNs(nowTicks());
    }

    public static long ticksToNs(long ticks) {
        long rate = Startup.ticksPerSecond();
        return ticks / rate * SECOND_NS + ticks % rate * SECOND_NS / rate;
    }

    /** The absolute deadline, as waits take it, that comes after so much time. */
    public static long deadline(long fromNowNs) {
        return nowTicks() + nsToTicks(fromNowNs);
    }

    /** Rounded up: who waits so many ticks has waited at least so long. */
    public static long nsToTicks(long ns) {
        long rate = Startup.ticksPerSecond();
        return ns / SECOND_NS * rate + (ns % SECOND_NS * rate + SECOND_NS - 1) / SECOND_NS;
    }

    private Clock() {}
}
