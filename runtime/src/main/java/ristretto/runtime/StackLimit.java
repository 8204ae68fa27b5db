package ristretto.runtime;

import ristretto.magic.Rare;
import ristretto.runtime.platform.Startup;

/**
 * How far down the stack of a process may grow. Methods that may recurse compare their frame with {@link #limit} at entry, and throw
 * StackOverflowError below it. What is left under the limit is for methods that do not recurse, whose need is bounded, and
 * for making the error. The page under the stack is never mapped, so that even a wrong estimate harms nobody else.
 */
@Rare
final class StackLimit {
    private static final long RESERVE_BYTES = 8192;
    /** While the error is made the limit lies this far above the last byte. */
    private static final long LAST_RESERVE_BYTES = 2048;

    private static final int LARGEST_SHARE = 3;

    private static long limit;

    static void initialize() {
        long low = Startup.stackLow();
        long bytes = Startup.stackHigh() - low;
        limit = low + Math.min(RESERVE_BYTES, bytes / LARGEST_SHARE);
    }

    /** Makes the error with the reserve open to all methods. */
    static Throwable error() {
        long usual = limit;
        limit = Startup.stackLow() + LAST_RESERVE_BYTES;
        try {
            return new StackOverflowError();
        } finally {
            limit = usual;
        }
    }

    private StackLimit() {}
}
