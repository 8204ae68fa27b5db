package ristretto.runtime;

import ristretto.magic.AlwaysInline;
import ristretto.magic.Assembly;
import ristretto.magic.NoInline;
import ristretto.magic.TailCalls;
import ristretto.magic.Waits;
import ristretto.runtime.platform.Clock;
import ristretto.runtime.platform.StandardStreams;

/**
 * Which fiber runs. Ready fibers run in the order in which they became ready; a fiber runs until it waits or yields.
 * Where none is ready the process waits for the earliest deadline, for what arrives or for input, here and nowhere else; where there is no
 * deadline and nothing can arrive, nothing can ever happen again, and {@link Deadlock} says so.
 */
public final class Scheduler {
    private static final long LOOK_AGAIN_NS = 5_000_000;
    /** A deadline that never comes. */
    private static final long LAST = Deadline.NEVER - 1;

    private static final int MOST_TURNS = 64;
    static final String ALIVE = "a fiber that runs or can run is in the list of those that have not ended";

    /** The running fiber. */
    @NoWriteBarrier(ALIVE)
    static Fiber current = Fiber.MAIN;

    /** First in the list of all fibers that have been started and have not ended. */
    static Fiber alive = Fiber.MAIN;

    /**
     * Last in the ring of the fibers that can run; behind it follows the running one, which is the first. Null: none can run, the running
     * one waits.
     */
    @NoWriteBarrier(ALIVE)
    private static Fiber last = alone(Fiber.MAIN);

    /** Fibers that wait for a time, and {@link Arrivals}: 0 where none becomes ready but by another one. */
    private static int watched;

    /** Turns of the ring until somebody looks at {@link Arrivals}. */
    private static int turnsLeft = MOST_TURNS;

    private static Fiber alone(Fiber fiber) {
        fiber.nextReady = fiber;
        return fiber;
    }

    static void ready(Fiber fiber) {
        makeReady(fiber);
    }

    @AlwaysInline
    static void makeReady(Fiber fiber) {
        fiber.state = Fiber.RUNNABLE;
        if (last == null) {
            last = alone(fiber);
        } else {
            fiber.nextReady = last.nextReady;
            last.nextReady = fiber;
            last = fiber;
        }
    }

    /**
     * Lets all others that are ready run first: the ring turns by one. All calls are at an end, so that the common case needs no frame on the
     * stack.
     */
    @Waits("other threads, which run first")
    @TailCalls
    static void yield() {
        if (watched != 0) {
            wakeAndTurn();
            return;
        }
        turn();
    }

    static void watch() {
        watched++;
    }

    static void watchNoMore() {
        watched--;
    }

    @AlwaysInline
    @TailCalls
    private static void turn() {
        Fiber self = current;
        Fiber next = self.nextReady;
        if (next == self) {
            return;
        }
        last = self;
        if (next.header == 0) {
            turnToNew();
            return;
        }
        current = next;
        StackLimit.limit = next.stackLimit;
        FiberSwitch.switchStacks(self.header, next.header);
    }

    @NoInline
    private static void wakeAndTurn() {
        look();
        turn();
    }

    /** Makes ready whose time has come, and now and then for whom something has arrived. */
    private static void look() {
        if (!Timers.isEmpty()) {
            wakeDue();
        }
        if (Arrivals.exist() && --turnsLeft < 0) {
            turnsLeft = MOST_TURNS;
            Arrivals.takeAll();
        }
    }

    /** The ring has turned to one that may have no stack yet. */
    @NoInline
    private static void turnToNew() {
        switchTo(first());
    }

    /** Whether anything could run if the running fiber waited now. */
    static boolean othersAreReady() {
        if (!Timers.isEmpty()) {
            wakeDue();
        }
        if (current.nextReady == current) {
            Arrivals.takeAll();
        }
        return current.nextReady != current;
    }

    /**
     * Runs others until somebody makes the current fiber ready.
     *
     * @param deadline in nanoseconds of {@link Clock}; {@link Long#MAX_VALUE}: there is none
     */
    @Waits("another thread, or for time")
    static void block(int state, long deadline) {
        Fiber self = current;
        if (deadline != Deadline.NEVER) {
            Timers.add(self, deadline);
        }
        self.state = state;
        leaveRing(self);
        switchTo(first());
        Timers.remove(self);
    }

    /** As {@link #block} without a deadline, for waits that are often over when the others have had their turn. */
    static void park() {
        Fiber self = current;
        Fiber next = self.nextReady;
        self.state = Fiber.PARKED;
        if (next == self || next.header == 0 || --turnsLeft < 0) {
            leaveRing(self);
            switchTo(first());
            return;
        }
        last.nextReady = next;
        self.nextReady = null;
        current = next;
        StackLimit.limit = next.stackLimit;
        FiberSwitch.switchStacks(self.header, next.header);
    }

    /** The running fiber is not ready any more. */
    private static void leaveRing(Fiber self) {
        if (last == self) {
            last = null;
        } else {
            last.nextReady = self.nextReady;
        }
        self.nextReady = null;
    }

    private static void switchTo(Fiber next) {
        Fiber self = current;
        if (next.header == self.header) {
            current = next;
            return;
        }
        current = next;
        StackLimit.limit = next.stackLimit;
        FiberSwitch.switchStacks(self.header, next.header);
    }

    /** The running fiber has ended, and is left for ever, unless another one begins on its stack; then this returns. */
    static void leave() {
        Fiber self = current;
        FiberStack.takeBack(self);
        leaveRing(self);
        switchTo(first());
    }

    /** The first of those that can run, for which there is a stack; waits where there is none. */
    private static Fiber first() {
        Fiber refused = null;
        while (true) {
            if (watched != 0) {
                look();
            }
            if (last == null) {
                await();
                continue;
            }
            Fiber next = last.nextReady;
            if (next.header != 0 || FiberStack.give(next)) {
                return next;
            }
            if (next == refused) {
                noMemory();
            }
            refused = refused == null ? next : refused;
            last = next;
        }
    }

    private static void await() {
        turnsLeft = MOST_TURNS;
        Arrivals.takeAll();
        if (last != null || !Arrivals.announceWaitOfAll()) {
            return;
        }
        long deadline = Timers.earliest();
        if (deadline == Deadline.NEVER && !Arrivals.areExpected()) {
            deadlock();
        }
        Clock.waitUntil(deadline);
    }

    /** Runs others until there is input, or its end; where none could run before that, input is waited for, here. */
    @Waits("input")
    static void awaitInput() {
        boolean hasCome = false;
        while (!hasCome) {
            if (!othersAreReady()) {
                if (!Arrivals.announceWaitOfAll()) {
                    continue;
                }
                hasCome = StandardStreams.awaitInput(
                        Arrivals.areExpected() ? Math.min(Timers.earliest(), LAST) : Timers.earliest());
            } else {
                hasCome = StandardStreams.awaitInput(0);
                if (!hasCome) {
                    // Not just a turn: two that wait for something of their own would give way to each other for ever.
                    block(Fiber.SLEEPING, Clock.nanoseconds() + LOOK_AGAIN_NS);
                }
            }
        }
    }

    private static void wakeDue() {
        long now = Clock.nanoseconds();
        for (Fiber fiber = Timers.pollDue(now); fiber != null; fiber = Timers.pollDue(now)) {
            wake(fiber);
        }
    }

    /** Ends the wait of a fiber that sleeps, is parked, or waits to be notified. */
    static void wake(Fiber fiber) {
        if (fiber.state == Fiber.WAITING) {
            Monitors.leaveWait(fiber);
        } else {
            ready(fiber);
        }
    }

    /**
     * Lets all others that are ready run first, for one that is about to wait for something of its own. Answers how long it may: until this time, in nanoseconds of
     * {@link Clock}; 0: not at all, others are ready again; {@link Long#MAX_VALUE}: no other one will be ready by itself.
     */
    static long giveWay() {
        if (othersAreReady()) {
            Scheduler.yield();
            if (othersAreReady()) {
                return 0;
            }
        }
        return Timers.earliest();
    }

    static void enlist(Fiber fiber) {
        fiber.nextAlive = alive;
        alive.previousAlive = fiber;
        alive = fiber;
    }

    static void delist(Fiber fiber) {
        if (fiber.previousAlive == null) {
            alive = fiber.nextAlive;
        } else {
            fiber.previousAlive.nextAlive = fiber.nextAlive;
        }
        if (fiber.nextAlive != null) {
            fiber.nextAlive.previousAlive = fiber.previousAlive;
        }
    }

    /** Calls {@link Deadlock#report} by its symbol: what it calls may enter monitors, and so would seem to call this again. */
    @Assembly("report_deadlock")
    private static native void deadlock();

    @Assembly("report_no_stack")
    private static native void noMemory();

    private Scheduler() {}
}
