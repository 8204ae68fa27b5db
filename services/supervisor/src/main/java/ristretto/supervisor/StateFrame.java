package ristretto.supervisor;

import ristretto.abi.ObjectType;
import ristretto.sdk.Startup;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.loader.Grants;
import ristretto.sdk.loader.ProcessBuilder;
import ristretto.sdk.state.StateLayout;

/**
 * The memory in which a process saves its state; it outlives its lives. The supervisor does not look into it, but for the number of states that were
 * saved: a state with which one life after the other fails is dropped.
 */
final class StateFrame {
    private static final long COPY_BYTES = 16 << 10;
    /** So many lives fail with one state. */
    private static final int MOST_FAILURES = 3;

    private final long stateBytes;
    private final Frame frame;
    /** What the lives are given. */
    private final Frame given;

    /** What was in the frame when a new version got it; null: there are no other versions. */
    private final Frame before;

    private long numberAtBirth;
    private int failures;

    /**
     * @param stateBytes more than 0
     * @param hasVersions whether {@link #keep} will be called
     */
    StateFrame(Resources resources, long stateBytes, boolean hasVersions) {
        this.stateBytes = stateBytes;
        int slot = resources.twice(ObjectType.FRAME, StateLayout.frameBytes(stateBytes));
        frame = new Frame(slot);
        given = new Frame(slot + 1);
        before = hasVersions ? another(resources) : null;
    }

    private Frame another(Resources resources) {
        int slot = resources.slots.take();
        resources.make(ObjectType.FRAME, StateLayout.frameBytes(stateBytes), slot);
        return new Frame(slot);
    }

    /** A new version is about to get the state. */
    void keep() {
        copy(frame, before);
    }

    /** The new version has failed: the state is again what it was. */
    void bringBack() {
        copy(before, frame);
    }

    private void copy(Frame from, Frame to) {
        long bytes = StateLayout.frameBytes(stateBytes);
        for (long done = 0; done < bytes; done += COPY_BYTES) {
            to.copyFrom(from, done, done, Math.min(COPY_BYTES, bytes - done));
        }
    }

    void connect(ProcessBuilder builder, Grants grants) {
        grants.value(Startup.OWN, "state", builder.mapState(given));
        grants.value(Startup.OWN, "state-bytes", stateBytes);
        // Of a life that was there before the supervisor it is not known with which state it began.
        numberAtBirth = builder.isThere() ? 0 : number();
    }

    /** How many lives have failed with the state that is there. */
    int failures() {
        return failures;
    }

    void restore(int savedFailures) {
        failures = Math.clamp(savedFailures, 0, MOST_FAILURES - 1);
    }

    /**
     * A life has ended.
     *
     * @param failedQuickly by a failure, before it counted as stable
     * @return whether the state was dropped
     */
    boolean ended(boolean failedQuickly) {
        boolean withTheOldState = numberAtBirth != 0 && number() == numberAtBirth;
        failures = failedQuickly && withTheOldState ? failures + 1 : 0;
        if (failures < MOST_FAILURES) {
            return false;
        }
        drop();
        return true;
    }

    /** There is no saved state any more. */
    void drop() {
        failures = 0;
        frame.write(8L * StateLayout.NUMBER, new byte[8], 8);
    }

    private long number() {
        return frame.read(8L * StateLayout.NUMBER);
    }
}
