package ristretto.runtime.platform.kernel;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.StartupPage;
import ristretto.abi.SupervisorProtocol;
import ristretto.magic.CallRegisters;
import ristretto.magic.SystemCall;
import ristretto.magic.Waits;
import ristretto.magic.riscv64.Machine;
import ristretto.runtime.Heap;
import ristretto.runtime.MissedSignals;

/** Time since the machine was switched on, from the platform's counter, which every process may read. */
public final class Clock {
    private static final long NANOSECONDS = 1_000_000_000;
    /** The bit of the own notification by which a supervisor asks, see {@code Heartbeat} of the sdk. */
    private static final long HEARTBEAT_ASKED = 1L << 63;

    public static long nanoseconds() {
        long ticks = Machine.readTime();
        long perSecond = Startup.word(StartupPage.TICKS_PER_SECOND);
        return ticks / perSecond * NANOSECONDS + ticks % perSecond * NANOSECONDS / perSecond;
    }

    /** Where the process has no wall clock, or it does not answer: since the machine was switched on. */
    public static long sinceEpochNanoseconds() {
        return WallClock.switchedOnNanoseconds() + nanoseconds();
    }

    /**
     * Waits at the process's own notification, where its supervisor may ask for a sign of life meanwhile. True: the time has come. False: another signal has, which is kept for
     * whoever waits for it, in {@link MissedSignals}: a driver does in its server's loop.
     *
     * @param deadline {@link Long#MAX_VALUE}: none
     */
    @Waits("time")
    public static boolean waitUntil(long deadline) {
        long own = Startup.find("own:notification");
        while (nanoseconds() < deadline) {
            CallRegisters call = Message.prepare(own == 0 ? CallNumber.YIELD : CallNumber.WAIT, own, 0, 0);
            call.t4 = deadline == Long.MAX_VALUE ? 0 : ticks(deadline);
            SystemCall.trap(call);
            long status = call.t0;
            long bits = call.a0;
            if (own != 0 && status == ErrorCode.OK && (bits & HEARTBEAT_ASKED) != 0) {
                SystemCall.trap(Message.prepare(CallNumber.SIGNAL, Startup.find("own:heartbeat"), 0, 0));
            }
            if (own != 0 && status == ErrorCode.OK && (bits & SupervisorProtocol.MEMORY_WANTED) != 0) {
                Heap.giveBack();
            }
            if (own != 0
                    && status == ErrorCode.OK
                    && (bits & ~(HEARTBEAT_ASKED | SupervisorProtocol.MEMORY_WANTED)) != 0) {
                MissedSignals.add(bits & ~(HEARTBEAT_ASKED | SupervisorProtocol.MEMORY_WANTED));
                return false;
            }
        }
        return true;
    }

    /** The first tick that is not before this time. */
    static long ticks(long nanoseconds) {
        long perSecond = Startup.word(StartupPage.TICKS_PER_SECOND);
        long rest = nanoseconds % NANOSECONDS * perSecond;
        return nanoseconds / NANOSECONDS * perSecond + (rest + NANOSECONDS - 1) / NANOSECONDS;
    }

    private Clock() {}
}
