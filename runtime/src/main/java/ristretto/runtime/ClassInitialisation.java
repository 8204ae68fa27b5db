package ristretto.runtime;

/**
 * A class whose initialiser runs at this moment, where there are several threads (JVM specification 5.5): whoever else needs the class waits
 * until that has ended, and the one who initialises it passes. The compiler calls this, and knows a class by the address of its state.
 */
final class ClassInitialisation {
    private static ClassInitialisation first;

    private final long state;
    private final Fiber initialiser = Scheduler.current;
    private final FiberQueue waiting = new FiberQueue();
    private ClassInitialisation next;

    private ClassInitialisation(long state) {
        this.state = state;
    }

    /** The running fiber is about to initialise the class. */
    static void begin(long state) {
        ClassInitialisation begun = new ClassInitialisation(state);
        begun.next = first;
        first = begun;
    }

    /** It has, or has failed to; the state says so. */
    static void end(long state) {
        ClassInitialisation before = null;
        ClassInitialisation ended = first;
        while (ended.state != state) {
            before = ended;
            ended = ended.next;
        }
        if (before == null) {
            first = ended.next;
        } else {
            before.next = ended.next;
        }
        for (Fiber fiber = ended.waiting.poll(); fiber != null; fiber = ended.waiting.poll()) {
            Scheduler.ready(fiber);
        }
    }

    /** Whether the running fiber itself initialises the class; if it is another one, waits until that has ended. */
    static boolean isMine(long state) {
        ClassInitialisation under = first;
        while (under.state != state) {
            under = under.next;
        }
        if (under.initialiser == Scheduler.current) {
            return true;
        }
        under.waiting.add(Scheduler.current);
        Scheduler.block(Fiber.BLOCKED, Deadline.NEVER);
        return false;
    }
}
