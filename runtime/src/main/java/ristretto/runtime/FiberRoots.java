package ristretto.runtime;

import ristretto.magic.Memory;

/** What the fibers that are not running keep alive: all that the used parts of their stacks may refer to. */
final class FiberRoots {

    /** The running fiber's stack is the collector's own concern; its end is {@link #runningStackHigh}. */
    static void mark() {
        for (Fiber fiber = Scheduler.alive; fiber != null; fiber = fiber.nextAlive) {
            if (fiber != Scheduler.current && fiber.header != 0) {
                Collector.markRange(Memory.loadLong(fiber.header + FiberSwitch.STACK_POINTER), fiber.stackHigh);
            }
        }
    }

    static long runningStackHigh() {
        return Scheduler.current.stackHigh;
    }

    private FiberRoots() {}
}
