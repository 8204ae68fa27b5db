package ristretto.runtime;

import ristretto.abi.CallNumber;
import ristretto.abi.StartupPage;
import ristretto.magic.SystemCall;
import ristretto.magic.riscv64.Machine;

/** Time since the machine was switched on, from the platform's counter, which every process may read. */
public final class Clock {
    private static final long NANOSECONDS = 1_000_000_000;

    public static long nanoseconds() {
        long ticks = Machine.readTime();
        long perSecond = ProcessStart.startupWord(StartupPage.TICKS_PER_SECOND);
        return ticks / perSecond * NANOSECONDS + ticks % perSecond * NANOSECONDS / perSecond;
    }

    /** Lets others of the same priority run until the time is over. */
    public static void waitNanoseconds(long nanoseconds) {
        long end = nanoseconds() + nanoseconds;
        while (nanoseconds() < end) {
            SystemCall.trap(Message.prepare(CallNumber.YIELD, 0, 0, 0));
        }
    }

    private Clock() {}
}
