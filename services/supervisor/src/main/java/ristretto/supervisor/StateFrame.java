package ristretto.supervisor;

import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
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
    /** So many lives fail with one state. */
    private static final int MOST_FAILURES = 3;

    private final long stateBytes;
    private final Frame frame;
    /** What the lives are given. */
    private final Frame given;

    private long numberAtBirth;
    private int failures;

    /** @param stateBytes more than 0 */
    StateFrame(Resources resources, long stateBytes) {
        this.stateBytes = stateBytes;
        int slot = resources.slots.take(2);
        resources.quota.retype(ObjectType.FRAME, StateLayout.frameBytes(stateBytes), resources.own, slot, 1);
        resources.own.copy(slot + 1, resources.own, slot, Rights.ALL);
        frame = new Frame(slot);
        given = new Frame(slot + 1);
    }

    void connect(ProcessBuilder builder, Grants grants) {
        grants.value(Startup.OWN, "state", builder.mapState(given));
        grants.value(Startup.OWN, "state-bytes", stateBytes);
        numberAtBirth = number();
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
        failures = 0;
        frame.write(8L * StateLayout.NUMBER, new byte[8], 8);
        return true;
    }

    private long number() {
        return frame.read(8L * StateLayout.NUMBER);
    }
}
