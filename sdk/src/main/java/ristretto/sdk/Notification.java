package ristretto.sdk;

import ristretto.abi.CallNumber;

/**
 * A word of bits that others set and one process waits for. Setting never waits; bits that are set twice are seen once.
 */
public final class Notification extends Capability {

    public Notification(int slot) {
        super(slot);
    }

    /** Sets the bits of this capability's badge. */
    public void signal() {
        trap("signal", CallNumber.SIGNAL, 0);
    }

    /** Takes the bits that are set; 0: none. */
    public long poll() {
        trap("poll", CallNumber.POLL, 0);
        return REGISTERS.a0;
    }

    /** Waits until there are bits and takes them; 0: the deadline passed first (0: no deadline). */
    public long await(long deadlineTicks) {
        try {
            trap("wait", CallNumber.WAIT, deadlineTicks);
            return REGISTERS.a0;
        } catch (CapabilityError e) {
            if (e.isTimeout()) {
                return 0;
            }
            throw e;
        }
    }
}
