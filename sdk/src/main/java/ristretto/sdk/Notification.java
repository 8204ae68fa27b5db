package ristretto.sdk;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.magic.NeverWaits;
import ristretto.magic.Waits;

/**
 * A word of bits that others set and one process waits for. Setting never waits; bits that are set twice are seen once.
 */
public final class Notification extends Capability {

    public Notification(int slot) {
        super(slot);
    }

    /** Sets the bits of this capability's badge. */
    @NeverWaits(reason = "setting bits is the kernel's own")
    public void signal() {
        trap("signal", CallNumber.SIGNAL, 0);
    }

    /** Takes the bits that are set; 0: none. */
    @NeverWaits(reason = "bits that are set are taken, others not waited for")
    public long poll() {
        trap("poll", CallNumber.POLL, 0);
        return REGISTERS.a0;
    }

    /** Waits until there are bits and takes them; 0: the deadline passed first (0: no deadline). */
    @Waits("a signal, or for time")
    @NoAllocation(reason = "loops with deadlines wait here")
    public long await(long deadlineTicks) {
        int status = attempt(CallNumber.WAIT, deadlineTicks);
        if (status == ErrorCode.TIMED_OUT) {
            return 0;
        }
        if (status != ErrorCode.OK) {
            throw refused("wait");
        }
        return REGISTERS.a0;
    }
}
