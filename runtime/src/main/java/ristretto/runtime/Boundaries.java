package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/**
 * Finds the object around any address of the heap, at any time. The table has a byte for each block: n up to 128 says that the n-th word
 * of the block (counted from 1) is a boundary, at or before the first object that begins in the block; 129 + k says that an object
 * covers the block, and to look 2 to the power of k blocks before. At a boundary begins an object or a gap.
 *
 * <p>An entry is made when its block is handed out, and stays true after the objects of the block have died, because the gap that
 * they leave begins and ends at boundaries. So nothing here is ever reset.
 */
final class Boundaries {
    static final int BLOCK_SHIFT = 10;
    static final long BLOCK_BYTES = 1L << BLOCK_SHIFT;
    private static final int BEFORE = (int) (BLOCK_BYTES / 8) + 1;

    /** A gap that is about to be filled begins here. */
    static void note(long start) {
        long offset = start - Heap.base;
        long entry = Heap.boundaries + (offset >> BLOCK_SHIFT);
        int known = Memory.loadByte(entry);
        int word = (int) ((offset & BLOCK_BYTES - 1) >> 3) + 1;
        if (known == 0 || word < known) {
            Memory.storeByte(entry, word);
        }
    }

    /** An object takes the words from {@code start} to {@code end}, which begins in a gap that was noted. */
    static void cover(long start, long end) {
        long first = start - Heap.base >> BLOCK_SHIFT;
        long last = end - Heap.base >> BLOCK_SHIFT;
        if (last == first) {
            return;
        }
        // The heap may end within a block: an object that ends there covers that block, too.
        long behind = end < Heap.top ? last : (end - 1 - Heap.base >> BLOCK_SHIFT) + 1;
        int power = 0;
        for (long distance = 1; first + distance < behind; distance++) {
            if (distance >> power + 1 != 0) {
                power++;
            }
            Memory.storeByte(Heap.boundaries + first + distance, BEFORE + power);
        }
        if (end < Heap.top) {
            Memory.storeByte(Heap.boundaries + last, (int) ((end - Heap.base & BLOCK_BYTES - 1) >> 3) + 1);
        }
    }

    /** The object in which this address lies; 0 where none does. */
    static long objectAround(long address) {
        if (address >= Heap.cursor && address < Heap.gapEnd || !Bits.isSet(Heap.occupied, address)) {
            return 0;
        }
        long position = boundaryBefore(address);
        while (true) {
            if (position == Heap.cursor && position < Heap.gapEnd) {
                position = Heap.gapEnd;
            } else if (!Bits.isSet(Heap.occupied, position)) {
                position = Bits.nextSet(Heap.occupied, position);
            } else {
                long end = position + sizeAt(position);
                if (end > address) {
                    return position;
                }
                position = end;
            }
        }
    }

    private static long boundaryBefore(long address) {
        long block = address - Heap.base >> BLOCK_SHIFT;
        while (true) {
            int entry = Memory.loadByte(Heap.boundaries + block);
            if (entry >= BEFORE) {
                block -= 1L << entry - BEFORE;
            } else {
                long boundary = Heap.base + (block << BLOCK_SHIFT) + 8L * (entry - 1);
                if (entry != 0 && boundary <= address) {
                    return boundary;
                }
                block--;
            }
        }
    }

    /** Bytes of the object that starts here. */
    static long sizeAt(long object) {
        long descriptor = Memory.loadLong(object);
        return size(object, descriptor, Memory.loadLong(descriptor + ObjectLayout.CLASS_REFERENCES));
    }

    static long size(long object, long descriptor, long references) {
        long size = Memory.loadInt(descriptor + ObjectLayout.CLASS_SIZE);
        if ((references & 1) != 0) {
            long length = Memory.loadInt(object + ObjectLayout.ARRAY_LENGTH);
            return ObjectLayout.ARRAY_DATA + size * length + 7 & -8;
        }
        return size + 7 & -8;
    }

    private Boundaries() {}
}
