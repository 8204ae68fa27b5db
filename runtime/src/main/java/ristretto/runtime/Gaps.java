package ristretto.runtime;

import ristretto.magic.Memory;

/**
 * Places objects in what the last collection left between the objects that it marked. Small objects fill one gap after the
 * other in the order of addresses; a gap is zeroed and entered in the tables one block at a time, when the pointer comes
 * there. Larger objects that do not fit into the present gap go to the beginning of a later one, so that a large array
 * does not throw away the small gaps before it.
 */
final class Gaps {
    /** From this size on an object that does not fit into the present gap is placed apart. */
    private static final long LARGE_BYTES = 128;
    /** What is left of a gap and is shorter than this is given up for an object that does not fit. */
    private static final long REST_BYTES = 256;

    private static final int REST_WORDS = 8;

    /** Bytes that are free, but will not be found any more before the next collection. */
    static long passedOver;

    /** Where the gap ends that was found last. */
    private static long end;

    /** Before this there is no gap that larger objects have not been offered. */
    private static long apart;

    /** The maps have changed: the first gap is the first one again. */
    static void restart() {
        Heap.cursor = Heap.base;
        Heap.limit = Heap.base;
        Heap.gapEnd = Heap.base;
        apart = Heap.base;
        passedOver = 0;
    }

    /** Finds zeroed room without collecting; 0: there is none. */
    static long place(long bytes) {
        if (Heap.cursor + bytes <= Heap.gapEnd) {
            return extend(bytes);
        }
        if (bytes < LARGE_BYTES) {
            return open((int) (bytes >> 3), bytes) ? extend(bytes) : 0;
        }
        if (bytes < Boundaries.BLOCK_BYTES && Heap.gapEnd - Heap.cursor < REST_BYTES && open(REST_WORDS, bytes)) {
            return extend(bytes);
        }
        return placeApart(bytes);
    }

    /** Gives up the present gap for the next one of at least this many words, if the object fits there. */
    private static boolean open(int words, long bytes) {
        long next = find(Heap.gapEnd, 8L * words, false);
        if (next == 0 || end - next < bytes) {
            return false;
        }
        passedOver += Bits.passed;
        close();
        Heap.cursor = next;
        Heap.limit = next;
        Heap.gapEnd = end;
        Boundaries.note(next);
        return true;
    }

    /** What is left of the present gap is free again, but will not be found before the next collection. */
    static void close() {
        Bits.clear(Heap.occupied, Heap.cursor, Heap.limit);
        if (Collector.marking) {
            Bits.clear(Heap.marks, Heap.cursor, Heap.limit);
        }
        passedOver += Heap.gapEnd - Heap.limit;
        Heap.gapEnd = Heap.cursor;
        Heap.limit = Heap.cursor;
    }

    /** As {@link #close}, before a whole collection: these words lie among the roots, and an object that begins where one points would be kept. */
    static void forget() {
        close();
        apart = Heap.cursor;
        end = Heap.cursor;
    }

    /** Gives back what was prepared behind the last object. */
    static void narrow() {
        Bits.clear(Heap.occupied, Heap.cursor, Heap.limit);
        if (Collector.marking) {
            Bits.clear(Heap.marks, Heap.cursor, Heap.limit);
        }
        Heap.taken -= Heap.limit - Heap.cursor;
        Heap.limit = Heap.cursor;
    }

    /** Takes the object from the present gap, and prepares the rest of the block in which it ends. */
    private static long extend(long bytes) {
        long object = Heap.cursor;
        long end = object + bytes;
        long limit = Heap.limit;
        if (end > limit) {
            long newLimit = Heap.base + (end - Heap.base + Boundaries.BLOCK_BYTES - 1 & -Boundaries.BLOCK_BYTES);
            if (newLimit > Heap.gapEnd) {
                newLimit = Heap.gapEnd;
            }
            take(limit, newLimit);
            Heap.limit = newLimit;
        }
        Boundaries.note(object);
        Boundaries.cover(object, end);
        Heap.cursor = end;
        return object;
    }

    private static long placeApart(long bytes) {
        if (apart < Heap.gapEnd) {
            apart = Heap.gapEnd;
        }
        long object = find(apart, bytes, false);
        if (object == 0) {
            object = find(Heap.gapEnd, bytes, false);
        }
        if (object != 0) {
            apart = object + bytes;
            Boundaries.note(object);
            Boundaries.cover(object, apart);
            take(object, apart);
        }
        return object;
    }

    /**
     * The first gap of so many bytes from this address on, and in {@link #end} where it ends; 0: there is none.
     *
     * @param anywhere also where there is no memory
     */
    static long find(long from, long bytes, boolean anywhere) {
        int words = bytes >> 3 < Bits.LONGEST_WORDS ? (int) (bytes >> 3) : Bits.LONGEST_WORDS;
        long position = Bits.gap(Heap.occupied, from, words);
        while (position + bytes <= Heap.top) {
            long gapEnd = Bits.nextSet(Heap.occupied, position);
            end = gapEnd;
            if (!anywhere && gapEnd > Parts.ownEnd) {
                position = Parts.begin(position, gapEnd);
                end = Parts.end(position, gapEnd);
            }
            if (end - position >= bytes) {
                return position;
            }
            position = Bits.gap(Heap.occupied, end, words);
        }
        return 0;
    }

    /** Zeroes, and enters in the maps; objects made while the collector marks are marked, and need not be scanned. */
    private static void take(long from, long to) {
        long used = to < Heap.fresh ? to : Heap.fresh;
        if (from < used) {
            Memory.zero(from, used - from);
        }
        if (Heap.fresh < to) {
            Heap.fresh = to;
        }
        Heap.taken += to - from;
        Bits.set(Heap.occupied, from, to);
        if (Collector.marking) {
            Bits.set(Heap.marks, from, to);
        }
    }

    private Gaps() {}
}
