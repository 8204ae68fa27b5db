package ristretto.sdk;

import ristretto.runtime.Heap;

/** What a component may ask of the collector of its heap. */
public final class GarbageCollector {

    /**
     * From now on each allocation pays for at most a short step of the collector, which lets a component with deadlines allocate. The price
     * is that a collection takes more steps. A step does not include scanning the stack, once in a collection, which takes as long as the stack is deep.
     */
    public static void boundPauses() {
        Heap.boundPauses();
    }

    /** How many collections have ended since the process began. */
    public static long cycles() {
        return Heap.cycles();
    }

    /** Whether allocations pay for steps at present, because a collection has begun and not ended. */
    public static boolean isCollecting() {
        return Heap.isCollecting();
    }

    /**
     * Collects, and gives the system all memory that the heap has borrowed and does not need. The supervisor asks for that where somebody else needs more; a {@link Server}
     * and a {@link Heartbeat} do it then. {@link System#gc} is the same.
     */
    public static void giveBack() {
        Heap.giveBack();
    }

    private GarbageCollector() {}
}
