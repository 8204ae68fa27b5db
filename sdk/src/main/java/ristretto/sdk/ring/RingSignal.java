package ristretto.sdk.ring;

/** How the two ends of a ring wake each other. A signal that comes while nobody waits is kept for the next wait. */
public interface RingSignal {
    /** Wakes the other end. It does not matter whether there is one. */
    void wakePeer();

    /**
     * Waits for a signal and takes it. May come back early for any reason.
     *
     * @param deadlineTicks 0: none
     * @return false: the deadline passed first
     */
    boolean await(long deadlineTicks);
}
