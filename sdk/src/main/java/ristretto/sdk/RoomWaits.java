package ristretto.sdk;

import java.util.ArrayDeque;
import java.util.Deque;
import ristretto.magic.AlwaysInline;
import ristretto.runtime.Fiber;
import ristretto.runtime.Threads;
import ristretto.sdk.ring.RingProducer;

/** Threads that wait for room in a ring, each for so many slots in a row. They get it in the order in which they came: one that needs much is overtaken by none that needs little. */
final class RoomWaits {
    /** One that waits. */
    record Waiting(Fiber fiber, int slots) {}

    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int count;

    @AlwaysInline
    boolean isEmpty() {
        return count == 0;
    }

    /** The present thread is the last one of those that wait, until it {@link #leave}s. */
    Waiting enter(int slots) {
        Waiting self = new Waiting(Threads.currentFiber(), slots);
        queue.add(self);
        count++;
        return self;
    }

    /** Whether it is its turn. */
    boolean isFirst(Waiting waiting) {
        return queue.peek() == waiting;
    }

    /** It has got room, or waits no more. The next one looks for itself. */
    void leave(Waiting waiting) {
        boolean wasFirst = isFirst(waiting);
        queue.remove(waiting);
        count--;
        if (wasFirst && count > 0) {
            Threads.endWait(queue.peek().fiber());
        }
    }

    /** @throws ristretto.sdk.ring.RingCorruptedException as {@link RingProducer#hasRoom} */
    void wakeIfRoom(RingProducer ring) {
        if (count > 0 && ring.hasRoom(queue.peek().slots())) {
            Threads.endWait(queue.peek().fiber());
        }
    }

    /** {@link RingProducer#announceWaitForRoom}, if somebody waits. */
    boolean announceWait(RingProducer ring) {
        return count == 0 || ring.announceWaitForRoom(queue.peek().slots());
    }
}
