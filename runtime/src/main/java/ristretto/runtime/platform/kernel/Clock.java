package ristretto.runtime.platform.kernel;

import ristretto.abi.CallNumber;
import ristretto.abi.StartupPage;
import ristretto.magic.SystemCall;
import ristretto.magic.riscv64.Machine;

/** Time since the machine was switched on, from the platform's counter, which every process may read. */
public final class Clock {
    private static final long NANOSECONDS = 1_000_000_000;

    public static long nanoseconds() {
        long ticks = Machine.readTime();
        long perSecond = Startup.word(StartupPage.TICKS_PER_SECOND);
        return ticks / perSecond * NANOSECONDS + ticks % perSecond * NANOSECONDS / perSecond;
    }

    /** There is no wall clock yet. */
    public static long sinceEpochNanoseconds() {
        return nanoseconds();
    }

    /** Lets others of the same priority run until the time is over. */
    public static void waitUntil(long deadline) {
        while (nanoseconds() < deadline) {
            SystemCall.trap(Message.prepare(CallNumber.YIELD, 0, 0, 0));
        }
    }

    private Clock() {}
}
