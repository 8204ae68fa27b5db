package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.magic.Memory;

/**
 * The right to processor time: a budget in each period. A period begins at the first use after the last one ended, and
 * brings the whole budget; what was not used lapses (a deferrable server: in any window of one period a thread gets at
 * most two budgets, in the long run one per period). Whoever has used it up waits until the period's end.
 */
public final class SchedulingContext extends Timed {
    /** Ticks; 0: not configured, nobody runs on it. */
    long budget;

    long period;

    /** Ticks left in this period. May be a little below 0, as interrupts are never exact. */
    long remaining;

    /** When the period ends. */
    long refillAt;

    /** The thread that runs on it; null: none. */
    Thread thread;

    /** The last Reply through which it is lent to a passive server, see {@link Lending}; null: it is not. */
    Reply lentThrough;

    /** Ticks that all its periods brought so far. */
    long granted;

    static SchedulingContext create(long descriptor) {
        SchedulingContext context = Memory.place(SchedulingContext.class, descriptor);
        context.type = ObjectType.SCHEDULING_CONTEXT;
        return context;
    }

    void configure(long budgetTicks, long periodTicks, long now) {
        budget = budgetTicks;
        period = periodTicks;
        refill();
        refillAt = now + periodTicks;
    }

    /** Begins a new period if the last one is over; tells whether there is time to run. */
    boolean isEligible(long now) {
        if (now >= refillAt && budget != 0) {
            refill();
            refillAt = now + period;
        }
        return remaining > 0;
    }

    private void refill() {
        granted += budget - remaining;
        remaining = budget;
    }

    /** Ticks that were used on it, by whatever thread. */
    long consumed() {
        return granted - remaining;
    }
}
