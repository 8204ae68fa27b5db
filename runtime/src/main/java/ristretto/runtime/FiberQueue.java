package ristretto.runtime;

/** Fibers in the order in which they came, linked through themselves, so that nothing is allocated. */
final class FiberQueue {
    private Fiber first;
    private Fiber last;

    boolean isEmpty() {
        return first == null;
    }

    void add(Fiber fiber) {
        fiber.queue = this;
        fiber.next = null;
        fiber.previous = last;
        if (last == null) {
            first = fiber;
        } else {
            last.next = fiber;
        }
        last = fiber;
    }

    /** Null where there is none. */
    Fiber poll() {
        Fiber fiber = first;
        if (fiber != null) {
            remove(fiber);
        }
        return fiber;
    }

    void remove(Fiber fiber) {
        if (fiber.previous == null) {
            first = fiber.next;
        } else {
            fiber.previous.next = fiber.next;
        }
        if (fiber.next == null) {
            last = fiber.previous;
        } else {
            fiber.next.previous = fiber.previous;
        }
        fiber.next = null;
        fiber.previous = null;
        fiber.queue = null;
    }
}
