package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/**
 * What lies where in the heap: the gaps between the objects that the last collection marked, found lazily in the order
 * of addresses, and the table of first objects, by which the object around an address is found. An entry of that table
 * is the offset, in words, of the first object or filler that starts in the block. A filler is a word, its size plus 1, so
 * that it is odd where an object has the address of its class.
 */
final class Gaps {
    static final int BLOCK_SHIFT = 10;
    static final long BLOCK_BYTES = 1L << BLOCK_SHIFT;
    private static final int NONE = 0xffff;

    /** All below has been swept: it is objects and fillers without a hole, but for the gap that is being filled. */
    static long swept;

    static void reset() {
        swept = Heap.base;
        long end = firstsEnd();
        for (long entry = Heap.firsts; entry < end; entry += 8) {
            Memory.storeLong(entry, -1);
        }
    }

    private static long firstsEnd() {
        return Heap.firsts + 2 * (Heap.top - Heap.base + BLOCK_BYTES - 1 >> BLOCK_SHIFT);
    }

    /** Sweeps on to the next gap and answers where it starts, with {@link #swept} its end; the top if there is none. */
    static long next() {
        long position = swept;
        while (position < Heap.top) {
            long live = nextMarked(position);
            note(position);
            if (live > position) {
                swept = live;
                return position;
            }
            position += sizeAt(position);
        }
        swept = Heap.top;
        return Heap.top;
    }

    /** Looks from a boundary of objects on for a gap, and takes the object from its end. 0: there is none. */
    static long takeLarge(long from, long bytes) {
        long position = from;
        while (position + bytes <= Heap.top) {
            long live = nextMarked(position);
            if (live - position >= bytes) {
                mark(live - bytes);
                return live - bytes;
            }
            position = live;
            if (live < Heap.top) {
                position += sizeAt(live);
            }
        }
        return 0;
    }

    /** Makes what is left of a gap a filler. */
    static void close(long from, long to) {
        if (from < to) {
            Memory.storeLong(from, to - from | 1);
            if (Heap.fresh < from + 8) {
                Heap.fresh = from + 8;
            }
        }
    }

    /** Sweeps all that is left, so that every object can be found. */
    static void finish() {
        close(Heap.cursor, Heap.gapEnd);
        while (swept < Heap.top) {
            long gap = next();
            close(gap, swept);
        }
    }

    /** An object or filler starts here. */
    static void note(long start) {
        long offset = start - Heap.base;
        long entry = Heap.firsts + 2 * (offset >> BLOCK_SHIFT);
        int word = (int) (offset & BLOCK_BYTES - 1) >> 3;
        if (word < Memory.loadShort(entry)) {
            Memory.storeShort(entry, word);
        }
    }

    /** The object in which this address of the heap lies; 0: a filler. Only while all is swept. */
    static long objectAround(long address) {
        long block = address - Heap.base >> BLOCK_SHIFT;
        long start = firstIn(block);
        while (start == 0 || start > address) {
            block--;
            start = firstIn(block);
        }
        long end = start + sizeAt(start);
        while (end <= address) {
            start = end;
            end = start + sizeAt(start);
        }
        return (Memory.loadLong(start) & 1) != 0 ? 0 : start;
    }

    private static long firstIn(long block) {
        int word = Memory.loadShort(Heap.firsts + 2 * block);
        return word == NONE ? 0 : Heap.base + (block << BLOCK_SHIFT) + 8L * word;
    }

    /** Bytes of the object or filler that starts here. */
    static long sizeAt(long start) {
        long header = Memory.loadLong(start);
        if ((header & 1) != 0) {
            return header - 1;
        }
        long size = Memory.loadInt(header + ObjectLayout.CLASS_SIZE);
        if ((Memory.loadLong(header + ObjectLayout.CLASS_REFERENCES) & 1) != 0) {
            long length = Memory.loadInt(start + ObjectLayout.ARRAY_LENGTH);
            return ObjectLayout.ARRAY_DATA + size * length + 7 & -8;
        }
        return size + 7 & -8;
    }

    static boolean isMarked(long object) {
        long bit = object - Heap.base >> 3;
        return (Memory.loadByte(Heap.marks + (bit >> 3)) >> (int) (bit & 7) & 1) != 0;
    }

    static void mark(long object) {
        long bit = object - Heap.base >> 3;
        long address = Heap.marks + (bit >> 3);
        Memory.storeByte(address, Memory.loadByte(address) | 1 << (int) (bit & 7));
    }

    /** The first marked object that starts here or later; the top if there is none. */
    private static long nextMarked(long from) {
        long bit = from - Heap.base >> 3;
        long word = Heap.marks + (bit >> 6 << 3);
        long bits = Memory.loadLong(word) >>> (int) (bit & 63);
        long last = Heap.top - Heap.base >> 3;
        while (bits == 0) {
            bit = (bit & -64) + 64;
            if (bit >= last) {
                return Heap.top;
            }
            word += 8;
            bits = Memory.loadLong(word);
        }
        return Heap.base + (bit + Long.numberOfTrailingZeros(bits) << 3);
    }

    private Gaps() {}
}
