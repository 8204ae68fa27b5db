package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.runtime.platform.HeapMemory;

/**
 * Which parts of the heap's range have memory. Up to {@link #ownEnd} that is the heap's for good; behind it memory is borrowed part by part, wherever
 * there is a gap, and a part in which nothing lives can be given back. A part without memory is free in the maps like every other gap, and {@link Gaps}
 * passes it over.
 */
final class Parts {
    static final int PART_SHIFT = 16;
    static final long PART_BYTES = 1L << PART_SHIFT;

    /** What lies before this is the heap's for good; the heap's top if it cannot borrow, and else a multiple of a part's size. */
    static long ownEnd;
    /** Bytes of the parts that are borrowed now. */
    static long borrowedBytes;

    /** A byte for each part behind {@link #ownEnd}: not 0 where it has memory. */
    private static long table;

    static void initialize(long address, long end) {
        table = address;
        ownEnd = end;
        borrowedBytes = 0;
    }

    /** Bytes of the table. */
    static long tableBytes(long mostBorrowedBytes) {
        return mostBorrowedBytes >> PART_SHIFT;
    }

    /** The first address from this one on, before {@code end}, that has memory; {@code end} if none has. */
    static long begin(long from, long end) {
        long at = from;
        while (at < end && !hasMemory(at)) {
            at = behind(at);
        }
        return at < end ? at : end;
    }

    /** The first address from this one on, before {@code end}, that has no memory; {@code end} if all have. */
    static long end(long from, long end) {
        long at = from;
        while (at < end && hasMemory(at)) {
            at = at < ownEnd ? ownEnd : behind(at);
        }
        return at < end ? at : end;
    }

    /** Borrows what the range lacks, and waits for it if need be. False: not all of it is to be had. */
    static boolean borrow(long from, long end) {
        for (long at = end(from, end); at < end; at = end(at, end)) {
            if (!take(at, true)) {
                return false;
            }
        }
        return true;
    }

    /** Borrows about so many bytes more, from the low end on, if they are to be had at once. */
    static void borrowAhead(long bytes) {
        long wanted = borrowedBytes + bytes;
        for (long at = end(ownEnd, Heap.top); at < Heap.top && borrowedBytes < wanted; at = end(at, Heap.top)) {
            if (!take(at, false)) {
                return;
            }
        }
    }

    private static boolean take(long part, boolean mayWait) {
        if (!HeapMemory.take(number(part), mayWait)) {
            return false;
        }
        Memory.storeByte(table + number(part), 1);
        borrowedBytes += PART_BYTES;
        return true;
    }

    /** Gives back all parts in which nothing is occupied. Right after a collection. */
    static void giveBack() {
        for (long part = ownEnd; part < Heap.top; part += PART_BYTES) {
            if (hasMemory(part) && isFree(part)) {
                HeapMemory.giveBack(number(part));
                Memory.storeByte(table + number(part), 0);
                borrowedBytes -= PART_BYTES;
            }
        }
        forgetOwn();
    }

    /** Tells the system of all that is free in the heap's own memory, many parts at a time. */
    private static void forgetOwn() {
        long end = (Heap.fresh < ownEnd ? Heap.fresh : ownEnd) & -PART_BYTES;
        long from = Heap.base + PART_BYTES - 1 & -PART_BYTES;
        for (long part = from; part < end; part += PART_BYTES) {
            if (!isFree(part)) {
                if (from < part) {
                    HeapMemory.forget(from, part);
                }
                from = part + PART_BYTES;
            }
        }
        if (from < end) {
            HeapMemory.forget(from, end);
        }
    }

    private static boolean isFree(long part) {
        return Bits.nextSet(Heap.occupied, part) >= part + PART_BYTES;
    }

    private static boolean hasMemory(long address) {
        return address < ownEnd || Memory.loadByte(table + number(address)) != 0;
    }

    private static long number(long address) {
        return address - ownEnd >> PART_SHIFT;
    }

    /** Behind the part of this address. */
    private static long behind(long address) {
        return (address & -PART_BYTES) + PART_BYTES;
    }

    private Parts() {}
}
