package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;
import ristretto.magic.Rare;
import ristretto.runtime.platform.Startup;

/**
 * How far down the stack of the running fiber may grow. Methods that may recurse compare their frame with {@link #limit} at entry, and throw
 * StackOverflowError below it. What is left under the limit is for methods that do not recurse, whose need is bounded, and
 * for making the error. The page under the stack of the main fiber is never mapped, so that even a wrong estimate harms nobody else;
 * under the others lies the heap, and a switch looks whether the last word is as it was.
 */
@Rare
final class StackLimit {
    private static final long RESERVE_BYTES = 8192;
    /** While the error is made the limit lies this far above the last byte. */
    private static final long LAST_RESERVE_BYTES = 2048;

    private static final int LARGEST_SHARE = 3;

    private static final long[] MAIN_HEADER = new long[FiberSwitch.HEADER_BYTES / 8];

    /** Of the running fiber. */
    static long limit;

    static void initialize() {
        long low = Startup.stackLow();
        long high = Startup.stackHigh();
        limit = low + Math.min(RESERVE_BYTES, (high - low) / LARGEST_SHARE);
        Fiber.MAIN.stackLow = low;
        Fiber.MAIN.stackHigh = high;
        Fiber.MAIN.stackLimit = limit;
        Fiber.MAIN.header = Memory.addressOf(MAIN_HEADER) + ObjectLayout.ARRAY_DATA;
        Memory.storeLong(Fiber.MAIN.header + FiberSwitch.GUARD, Fiber.MAIN.header);
    }

    /** Makes the error with the reserve open to all methods. */
    static Throwable error() {
        long usual = limit;
        limit = Scheduler.current.stackLow + LAST_RESERVE_BYTES;
        try {
            return new StackOverflowError();
        } finally {
            limit = usual;
        }
    }

    private StackLimit() {}
}
