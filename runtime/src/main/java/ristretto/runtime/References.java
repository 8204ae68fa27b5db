package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/**
 * The collector's side of {@code java.lang.ref}. A Reference whose referent was not marked when it was scanned goes on a
 * list, through its field {@code discovered}. When all is marked, those whose referent still is not are cleared, all at the
 * same time for the program: while the list is worked off, {@link #get} answers null for them. What has a queue is
 * then pending until somebody takes it to its queue. The last of a list refers to itself.
 *
 * <p>Soft references are cleared only by the collection that comes before an OutOfMemoryError.
 */
public final class References {
    /** The soft references are weak ones this time. */
    static boolean clearSoft;
    /** A soft reference kept an object that nothing else did. */
    static boolean softKept;

    /** The object that stands for "no queue". */
    private static long noQueue;

    /** Null until the first Reference is made, so that a program without them has none of this. */
    private static Runnable delivery;

    private static long discovered;
    private static long pending;
    private static boolean clearing;

    static void reset() {
        discovered = 0;
        softKept = false;
        clearing = false;
    }

    /** A Reference is scanned. */
    static void discover(long reference, long map) {
        long referent = Memory.loadLong(reference + ObjectLayout.REFERENCE_REFERENT);
        if (!isGarbage(referent) || Memory.loadLong(reference + ObjectLayout.REFERENCE_DISCOVERED) != 0) {
            return;
        }
        if ((map & ObjectLayout.SOFT_REFERENCE) != 0 && !clearSoft) {
            softKept = true;
            Marker.markObject(referent);
            return;
        }
        Memory.storeLong(reference + ObjectLayout.REFERENCE_DISCOVERED, discovered == 0 ? reference : discovered);
        discovered = reference;
    }

    private static boolean isGarbage(long referent) {
        return referent >= Heap.base && referent < Heap.top && !Bits.isSet(Heap.marks, referent);
    }

    /** All is marked: clears what has to be cleared; false: the budget is spent before the end. */
    static boolean clear() {
        clearing = true;
        while (discovered != 0) {
            if (Marker.budget <= 0) {
                return false;
            }
            Marker.budget -= 16;
            long reference = discovered;
            discovered = after(reference);
            long link = 0;
            if (isGarbage(Memory.loadLong(reference + ObjectLayout.REFERENCE_REFERENT))) {
                Memory.storeLong(reference + ObjectLayout.REFERENCE_REFERENT, 0);
                if (Memory.loadLong(reference + ObjectLayout.REFERENCE_QUEUE) != noQueue) {
                    link = pending == 0 ? reference : pending;
                    pending = reference;
                }
            }
            Memory.storeLong(reference + ObjectLayout.REFERENCE_DISCOVERED, link);
        }
        clearing = false;
        return true;
    }

    private static long after(long reference) {
        long next = Memory.loadLong(reference + ObjectLayout.REFERENCE_DISCOVERED);
        return next == reference ? 0 : next;
    }

    /** Compiled code does this itself; whoever stores a reference as a raw word has to say so. */
    public static void beforeStore(long address) {
        if (Collector.marking) {
            Collector.overwrite(Memory.loadLong(address));
        }
    }

    /** What a Reference refers to, which from now on is as strong as any other reference. */
    public static Object get(Object referent) {
        if (Collector.marking) {
            long address = Memory.addressOf(referent);
            if (clearing && isGarbage(address)) {
                return null;
            }
            Marker.markReference(address);
        }
        return referent;
    }

    /** Somebody makes a Reference: tells which queue stands for none, and how the pending ones are delivered. */
    public static void prepare(Object queue, Runnable how) {
        noQueue = Memory.addressOf(queue);
        delivery = how;
    }

    /** Takes what was cleared to its queues. Runs code of the JDK, which may take locks: not for whoever is inside an allocation. */
    public static void deliver() {
        if (pending != 0) {
            delivery.run();
        }
    }

    public static boolean hasPending() {
        return pending != 0;
    }

    /** A Reference that was cleared and has to go to its queue, or null. */
    public static Object takePending() {
        return Memory.objectAt(Object.class, nextPending());
    }

    static long nextPending() {
        long reference = pending;
        if (reference != 0) {
            pending = after(reference);
            if (Collector.marking) {
                Marker.markReference(reference);
                Marker.markReference(pending);
            }
            Memory.storeLong(reference + ObjectLayout.REFERENCE_DISCOVERED, 0);
        }
        return reference;
    }

    private References() {}
}
