package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.NoInline;
import ristretto.magic.StackFrame;

/**
 * The stack at one moment, as the addresses behind its calls; what they mean is looked up when somebody asks. Recording
 * never fails: without memory there is no trace, but the exception is the one that was to be thrown.
 */
public final class Backtrace {
    /** HotSpot shows at most 1024 frames; some that are never shown are recorded on top. */
    private static final int MAXIMUM_FRAMES = 1024 + 32;

    private static final long[] EXAMPLE = {};
    private static final int DATA = 16;

    /** The addresses as a {@code long[]}, the innermost first; null where there is no memory for it. */
    @NoInline
    public static Object record() {
        return record(StackFrame.current(), Scheduler.current);
    }

    /** The same of a fiber that is not running, and has run before. */
    static Object of(Fiber fiber) {
        return record(FiberSwitch.frame(fiber.header), fiber);
    }

    private static Object record(long start, Fiber fiber) {
        int count = 0;
        for (long frame = start; isFrame(frame, fiber) && count < MAXIMUM_FRAMES; frame = StackFrame.caller(frame)) {
            count++;
        }
        long array = Heap.allocateArray(DATA + 8L * count, count, Memory.loadLong(Memory.addressOf(EXAMPLE)));
        if (array == 0) {
            return null;
        }
        long frame = start;
        for (int i = 0; i < count; i++) {
            Memory.storeLong(array + DATA + 8L * i, StackFrame.returnAddress(frame));
            frame = StackFrame.caller(frame);
        }
        return Memory.objectAt(Object.class, array);
    }

    private static boolean isFrame(long frame, Fiber fiber) {
        return frame > fiber.stackLow && frame <= fiber.stackHigh && (frame & 7) == 0;
    }

    /** What the addresses mean, without the frames that HotSpot would not have. */
    public static StackTraceElement[] elements(Throwable throwable, long[] addresses) {
        return TraceFrames.of(throwable, addresses);
    }

    private Backtrace() {}
}
