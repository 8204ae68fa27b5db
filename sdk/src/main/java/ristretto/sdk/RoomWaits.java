package ristretto.sdk;

import java.util.ArrayDeque;
import java.util.Deque;
import ristretto.runtime.Fiber;
import ristretto.runtime.Threads;
import ristretto.sdk.ring.RingProducer;

/** Threads that wait for room in a ring, the first one first, each for so many slots in a row. */
final class RoomWaits {
    private record Waiting(Fiber fiber, int slots) {}

    private final Deque<Waiting> queue = new ArrayDeque<>();

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /**
     * The present thread waits until {@link #wakeIfRoom} thinks that it is its turn, or its time has come.
     *
     * @param deadlineNs {@link Long#MAX_VALUE}: none
     */
    void await(int slots, long deadlineNs) {
        Waiting self = new Waiting(Threads.currentFiber(), slots);
        queue.add(self);
        Threads.await(deadlineNs);
        queue.remove(self);
    }

    /** @throws ristretto.sdk.ring.RingCorruptedException as {@link RingProducer#hasRoom} */
    void wakeIfRoom(RingProducer ring) {
        if (!queue.isEmpty() && ring.hasRoom(queue.peek().slots())) {
            Threads.endWait(queue.peek().fiber());
        }
    }

    /** {@link RingProducer#announceWaitForRoom}, if somebody waits. */
    boolean announceWait(RingProducer ring) {
        return queue.isEmpty() || ring.announceWaitForRoom(queue.peek().slots());
    }
}
