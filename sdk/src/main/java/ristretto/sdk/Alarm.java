package ristretto.sdk;

import ristretto.abi.SupervisorProtocol;

/**
 * Waits for points in time, and answers the supervisor meanwhile. Once it is made it allocates nothing: it is for loops with deadlines, which must not be kept by the
 * collector.
 */
public final class Alarm {
    /** Null: not given. */
    final Notification own = notification("notification");

    private final Notification supervisor = notification("heartbeat");

    /** The bit by which the supervisor asks for what was borrowed; 0: nothing can be, and the bit may mean something else. */
    private final long memoryWanted = Startup.find(Startup.OWN, "borrows") == 0 ? 0 : SupervisorProtocol.MEMORY_WANTED;

    /** Waits until then; answers the supervisor also if that has passed. */
    @NoAllocation(reason = "loops with deadlines wait here")
    public void sleepUntil(long deadlineTicks) {
        do {
            await(deadlineTicks);
        } while (Clock.nowTicks() < deadlineTicks);
    }

    /**
     * Waits for a signal, and answers the supervisor if it was that.
     *
     * @param deadlineTicks 0: none
     * @return the bits; 0: the deadline passed first
     */
    long await(long deadlineTicks) {
        long bits = own.await(deadlineTicks);
        answer(bits);
        return bits;
    }

    /** Does what the supervisor asks for, if these bits say that it has. */
    void answer(long bits) {
        if ((bits & Heartbeat.ASKED) != 0 && supervisor != null) {
            supervisor.signal();
        }
        if ((bits & memoryWanted) != 0) {
            GarbageCollector.giveBack();
        }
    }

    /** The bits by which the supervisor asks. */
    long asked() {
        return Heartbeat.ASKED | memoryWanted;
    }

    private static Notification notification(String name) {
        long slot = Startup.find(Startup.OWN, name);
        return slot == 0 ? null : new Notification((int) slot);
    }
}
