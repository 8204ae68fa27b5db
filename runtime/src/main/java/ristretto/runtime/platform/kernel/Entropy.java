package ristretto.runtime.platform.kernel;

import ristretto.abi.CallNumber;
import ristretto.abi.EntropyProtocol;
import ristretto.abi.ErrorCode;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.SystemCall;
import ristretto.magic.Waits;

/**
 * The service {@link EntropyProtocol#SERVICE}, if the system description gives it to the process. A driver that dies is asked again, since it is being
 * restarted, and so is one that has lost the request.
 */
final class Entropy {
    private static final long PATIENCE_NS = 1_000_000_000;
    private static final String GRANT = "uses:" + EntropyProtocol.SERVICE;

    @Waits("the entropy device")
    static void fill(byte[] bytes) {
        long service = Startup.find(GRANT);
        if (service == 0) {
            throw new UnsupportedOperationException("the system description gives this process no source of entropy "
                    + "(uses = [\"" + EntropyProtocol.SERVICE
                    + "\"]); a seeded java.util.Random serves where nothing must be secret");
        }
        int filled = 0;
        while (filled < bytes.length) {
            filled += read(service, bytes, filled);
        }
    }

    /** Answers how many bytes came; 0: none yet. */
    private static int read(long service, byte[] bytes, int offset) {
        int wanted = Math.min(bytes.length - offset, EntropyProtocol.MAXIMUM_BYTES);
        Message.putWord(0, wanted);
        CallRegisters answer = Message.prepare(CallNumber.CALL, service, EntropyProtocol.READ, 1);
        answer.t4 = Clock.ticks(Clock.nanoseconds() + PATIENCE_NS);
        SystemCall.trap(answer);
        if (answer.t0 == ErrorCode.SERVER_GONE || answer.t0 == ErrorCode.TIMED_OUT) {
            return 0;
        }
        long count = Message.getWord(0);
        if (answer.t0 != ErrorCode.OK || Tag.label(answer.t1) != 0 || count <= 0 || count > wanted) {
            throw new UnsupportedOperationException("this machine has no source of entropy; "
                    + "a seeded java.util.Random serves where nothing must be secret");
        }
        Message.getBytes(1, bytes, offset, (int) count);
        return (int) count;
    }

    private Entropy() {}
}
