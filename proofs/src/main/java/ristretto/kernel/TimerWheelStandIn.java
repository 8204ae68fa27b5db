package ristretto.kernel;

import org.cprover.CProver;

/**
 * Stands in for {@link TimerWheel} in proofs of what uses it: a set. What it takes for granted is what {@link
 * TimerWheelProofs} proves; that {@code takeDue} comes to an entry that is due in the end is tested only.
 */
final class TimerWheelStandIn {
    static final long LAST = Long.MAX_VALUE;

    long earliest = Long.MAX_VALUE;

    void insert(Timed entry, long dueAt) {
        assert entry.wheelList == 0;
        entry.dueAt = dueAt;
        entry.wheelList = 1;
        if (dueAt < earliest) {
            earliest = dueAt;
        }
    }

    void remove(Timed entry) {
        entry.wheelList = 0;
    }

    /** Any entry may be due, or none be found. */
    Timed takeDue(long now) {
        int index = CProver.nondetInt();
        if (index < 0 || index >= AnyWorld.timed.length || AnyWorld.timed[index].wheelList == 0) {
            earliest = CProver.nondetLong();
            return null;
        }
        remove(AnyWorld.timed[index]);
        return AnyWorld.timed[index];
    }
}
