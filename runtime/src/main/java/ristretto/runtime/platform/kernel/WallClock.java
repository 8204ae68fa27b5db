package ristretto.runtime.platform.kernel;

import ristretto.abi.CallNumber;
import ristretto.abi.ClockProtocol;
import ristretto.abi.ErrorCode;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.NeverWaits;
import ristretto.magic.SystemCall;

/**
 * The date, from the service {@link ClockProtocol#SERVICE}, if the system description gives it to the process. It is asked until it has answered once; from then
 * on the monotonic time is added to that, so that the date goes on without calls, and whatever becomes of the service.
 */
final class WallClock {
    private static final String GRANT = "uses:" + ClockProtocol.SERVICE;
    /** So long a process waits for a service that does not answer: less than most heartbeats, since the date is not worth a life. */
    private static final long PATIENCE_NS = 100_000_000;

    private static boolean known;
    private static long switchedOn;

    /** When the machine was switched on, nanoseconds since 1970; 0 as long as nobody knows. */
    static long switchedOnNanoseconds() {
        if (!known) {
            ask();
        }
        return switchedOn;
    }

    /** Where the driver dies, its next life is asked, within the same patience. */
    @NeverWaits(reason = "the clock's driver answers at once, and calls nobody")
    private static void ask() {
        long service = Startup.find(GRANT);
        if (service == 0) {
            known = true;
            return;
        }
        long deadline = Clock.ticks(Clock.nanoseconds() + PATIENCE_NS);
        CallRegisters answer;
        do {
            answer = Message.prepare(CallNumber.CALL, service, ClockProtocol.READ, 0);
            answer.t4 = deadline;
            SystemCall.trap(answer);
        } while (answer.t0 == ErrorCode.SERVER_GONE);
        long date = answer.a0;
        long up = Clock.nanoseconds();
        if (answer.t0 == ErrorCode.OK && answer.t1 == Tag.of(0, 1) && date >= up) {
            known = true;
            switchedOn = date - up;
        }
    }

    private WallClock() {}
}
