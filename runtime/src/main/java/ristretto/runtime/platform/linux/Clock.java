package ristretto.runtime.platform.linux;

import ristretto.magic.Memory;

/** Linux's clocks. */
final class Clock {
    private static final int REALTIME = 0;
    private static final int MONOTONIC = 1;
    private static final int ABSOLUTE = 1;
    private static final long NANOSECONDS = 1_000_000_000;

    /** A {@code struct timespec}, for the kernel to write to and to read. */
    private static final long[] TIME = new long[2];

    static long nanoseconds() {
        return read(MONOTONIC);
    }

    static long sinceEpochNanoseconds() {
        return read(REALTIME);
    }

    private static long read(int clock) {
        Linux.call(Linux.CLOCK_GETTIME, clock, time());
        return TIME[0] * NANOSECONDS + TIME[1];
    }

    private static long time() {
        return Memory.addressOf(TIME) + Buffers.DATA;
    }

    /** Address of the {@code struct timespec} of what is left until the deadline, 0 if it is over. */
    static long untilDeadline(long deadline) {
        long left = Math.max(deadline - nanoseconds(), 0);
        TIME[0] = left / NANOSECONDS;
        TIME[1] = left % NANOSECONDS;
        return time();
    }

    static boolean waitUntil(long deadline) {
        long result = Linux.INTERRUPTED;
        while (result == Linux.INTERRUPTED) {
            TIME[0] = deadline / NANOSECONDS;
            TIME[1] = deadline % NANOSECONDS;
            result = Linux.call(Linux.CLOCK_NANOSLEEP, MONOTONIC, ABSOLUTE, time(), 0);
        }
        return true;
    }

    private Clock() {}
}
