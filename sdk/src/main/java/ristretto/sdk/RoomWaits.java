package ristretto.sdk;

import java.util.ArrayDeque;
import java.util.Deque;
import ristretto.magic.AlwaysInline;
import ristretto.runtime.Fiber;
import ristretto.runtime.Threads;
import ristretto.sdk.ring.RingProducer;

/** Threads that wait for room in a ring, the first one first, each for so many slots in a row. */
final class RoomWaits {
    private record Waiting(Fiber fiber, int slots) {}

    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int count;

    @AlwaysInline
    boolean isEmpty() {
        return count == 0;
    }

    /**
     * The present thread waits until {@link #wakeIfRoom} thinks that it is its turn, or its time has come.
     *
     * @param deadlineNs {@link Long#MAX_VALUE}: none
     */
    void await(int slots, long deadlineNs) {
        Waiting self = new Waiting(Threads.currentFiber(), slots);
        queue.add(self);
        count++;
        Threads.await(deadlineNs);
        count--;
        queue.remove(self);
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
