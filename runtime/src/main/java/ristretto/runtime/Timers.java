package ristretto.runtime;

/** Fibers whose wait ends at a time, as a heap by deadline; those of one deadline in the order in which they came. */
final class Timers {
    private static final int FIRST_CAPACITY = 16;

    private static Fiber[] heap;
    private static int count;
    private static long order;

    /** {@link Long#MAX_VALUE}: nobody waits for a time. */
    static long earliest() {
        return count == 0 ? Deadline.NEVER : heap[0].deadline;
    }

    static boolean isEmpty() {
        return count == 0;
    }

    static void add(Fiber fiber, long deadline) {
        if (heap == null) {
            heap = new Fiber[FIRST_CAPACITY];
        } else if (count == heap.length) {
            Fiber[] larger = new Fiber[2 * count];
            System.arraycopy(heap, 0, larger, 0, count);
            heap = larger;
        }
        Scheduler.watch();
        fiber.deadline = deadline;
        fiber.timerOrder = order++;
        up(count++, fiber);
    }

    static void remove(Fiber fiber) {
        int place = fiber.timerPlace;
        if (place < 0) {
            return;
        }
        Scheduler.watchNoMore();
        fiber.timerPlace = -1;
        Fiber last = heap[--count];
        heap[count] = null;
        if (last != fiber) {
            up(place, last);
            down(last.timerPlace, last);
        }
    }

    /** Takes out the earliest one whose deadline is not after {@code now}; null: there is none. */
    static Fiber pollDue(long now) {
        if (count == 0 || heap[0].deadline > now) {
            return null;
        }
        Fiber fiber = heap[0];
        remove(fiber);
        return fiber;
    }

    private static void up(int from, Fiber fiber) {
        int place = from;
        while (place > 0 && isBefore(fiber, heap[(place - 1) / 2])) {
            put(place, heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        put(place, fiber);
    }

    private static void down(int from, Fiber fiber) {
        int place = from;
        while (2 * place + 1 < count) {
            int child = 2 * place + 1;
            if (child + 1 < count && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], fiber)) {
                break;
            }
            put(place, heap[child]);
            place = child;
        }
        put(place, fiber);
    }

    private static void put(int place, Fiber fiber) {
        heap[place] = fiber;
        fiber.timerPlace = place;
    }

    private static boolean isBefore(Fiber one, Fiber other) {
        return one.deadline != other.deadline ? one.deadline < other.deadline : one.timerOrder < other.timerOrder;
    }

    private Timers() {}
}
