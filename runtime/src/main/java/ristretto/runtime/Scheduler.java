package ristretto.runtime;

import ristretto.magic.Assembly;
import ristretto.runtime.platform.Clock;

/**
 * Which fiber runs. Ready fibers run in the order in which they became ready; a fiber runs until it waits or yields.
 * Where none is ready the process waits for the earliest deadline, here and nowhere else; where there is no
 * deadline either, nothing can ever happen again, and {@link Deadlock} says so.
 */
public final class Scheduler {
    /** The running fiber. */
    static Fiber current = Fiber.MAIN;

    /** First in the list of all fibers that have been started and have not ended. */
    static Fiber alive = Fiber.MAIN;

    private static Fiber firstReady;
    private static Fiber lastReady;

    static void ready(Fiber fiber) {
        fiber.state = Fiber.RUNNABLE;
        fiber.next = null;
        if (firstReady == null) {
            firstReady = fiber;
        } else {
            lastReady.next = fiber;
        }
        lastReady = fiber;
    }

    /**
     * Lets all others that are ready run first. The commonest case, that the next one has run before, is written out: the running
     * fiber goes behind the last, which may be the next one itself.
     */
    static void yield() {
        if (!Timers.isEmpty()) {
            wakeDue();
        }
        Fiber next = firstReady;
        if (next == null) {
            return;
        }
        Fiber self = current;
        if (next.header == 0) {
            ready(self);
            switchTo(take());
            return;
        }
        self.next = null;
        lastReady.next = self;
        lastReady = self;
        firstReady = next.next;
        current = next;
        StackLimit.limit = next.stackLimit;
        FiberSwitch.switchStacks(self.header, next.header);
    }

    /** Whether anything could run if the running fiber waited now. */
    static boolean othersAreReady() {
        if (!Timers.isEmpty()) {
            wakeDue();
        }
        return firstReady != null;
    }

    /**
     * Runs others until somebody makes the current fiber ready.
     *
     * @param deadline in nanoseconds of {@link Clock}; {@link Long#MAX_VALUE}: there is none
     */
    static void block(int state, long deadline) {
        Fiber self = current;
        if (deadline != Deadline.NEVER) {
            Timers.add(self, deadline);
        }
        self.state = state;
        Fiber next = take();
        if (next != self) {
            switchTo(next);
        }
        Timers.remove(self);
    }

    private static void switchTo(Fiber next) {
        Fiber self = current;
        current = next;
        StackLimit.limit = next.stackLimit;
        FiberSwitch.switchStacks(self.header, next.header);
    }

    /** The running fiber has ended, and is left for ever, unless another one begins on its stack; then this returns. */
    static void leave() {
        Fiber self = current;
        FiberStack.takeBack(self);
        Fiber next = take();
        if (next.header == self.header) {
            current = next;
        } else {
            switchTo(next);
        }
    }

    /** Takes the next fiber to run out of the queue of the ready ones, waiting where there is none. */
    private static Fiber take() {
        Fiber refused = null;
        while (true) {
            if (!Timers.isEmpty()) {
                wakeDue();
            }
            Fiber next = firstReady;
            if (next == null) {
                await();
                continue;
            }
            firstReady = next.next;
            if (next.header != 0 || FiberStack.give(next)) {
                return next;
            }
            if (next == refused) {
                noMemory();
            }
            refused = refused == null ? next : refused;
            ready(next);
        }
    }

    private static void await() {
        long deadline = Timers.earliest();
        if (deadline == Deadline.NEVER) {
            deadlock();
        }
        Clock.waitUntil(deadline);
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
