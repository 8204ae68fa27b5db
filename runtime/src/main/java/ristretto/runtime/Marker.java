package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/**
 * Marks what can be reached, a bounded part at a time. Roots are scanned word by word: any word that could be an address
 * into an object, or right behind it, keeps that object. Inside of objects the reference map of their class says where the
 * references are.
 *
 * <p>Nothing here recurses: objects that wait to be scanned are on the mark stack. If that is full, the address of the object is
 * remembered, and all marked objects from the lowest such address on are scanned once more.
 */
final class Marker {
    /** Elements of an array that are scanned at a time, so that a large array does not fill the mark stack. */
    private static final long ARRAY_PART_BYTES = 32 * 8;
    /** What an object costs, in the unit of {@link #budget}. */
    private static final long OBJECT_COST = 32;
    /** What a word costs that may be a reference, or not. */
    private static final long WORD_COST = 8;

    private static final long NOTHING = Long.MAX_VALUE;

    /** How much more may be done in this step: a unit is about what it takes to look at one byte of an object, 3 instructions. */
    static long budget;
    /** Bytes of the objects that were marked. */
    static long markedBytes;

    private static long stackTop;
    /** Lowest marked object that did not fit on the stack. */
    private static long overflow;
    /** From here on marked objects are scanned once more; the top: no need. */
    private static long again;

    static void reset() {
        stackTop = Heap.markStack;
        overflow = NOTHING;
        again = Heap.top;
        markedBytes = 0;
    }

    /** Marks all objects that the aligned words from {@code low} to {@code high} may refer to. */
    static void markRange(long low, long high) {
        for (long address = low + 7 & -8; address + 8 <= high; address += 8) {
            markAround(Memory.loadLong(address));
        }
        budget -= WORD_COST * (high - low >> 3);
    }

    private static void markAround(long word) {
        if (word < Heap.base || word > Heap.top) {
            return;
        }
        if (word < Heap.top) {
            markIfAny(Boundaries.objectAround(word));
        }
        if (word > Heap.base && (word & 7) == 0) {
            markIfAny(Boundaries.objectAround(word - 1));
        }
    }

    private static void markIfAny(long object) {
        if (object != 0) {
            markObject(object);
        }
    }

    /** A word that is a reference or null; those to objects of the image are not followed, because that is all root. */
    static void markReference(long word) {
        if (word >= Heap.base && word < Heap.top) {
            markObject(word);
        }
    }

    static void markObject(long object) {
        long bit = object - Heap.base >> 3;
        long word = Heap.marks + (bit >> 6 << 3);
        long bits = Memory.loadLong(word);
        if ((bits >>> bit & 1) != 0) {
            return;
        }
        long descriptor = Memory.loadLong(object);
        long references = Memory.loadLong(descriptor + ObjectLayout.CLASS_REFERENCES);
        long size = Boundaries.size(object, descriptor, references);
        long words = size >> 3;
        if ((bit & 63) + words <= 64) {
            Memory.storeLong(word, bits | -1L >>> -words << bit);
        } else {
            Bits.set(Heap.marks, object, object + size);
        }
        markedBytes += size;
        budget -= OBJECT_COST;
        if ((references & ~ObjectLayout.PRIMITIVES_ARRAY) != 0) {
            push(object, object);
        }
    }

    private static void push(long entry, long object) {
        if (stackTop == Heap.markStackEnd) {
            if (object < overflow) {
                overflow = object;
            }
            return;
        }
        Memory.storeLong(stackTop, entry);
        stackTop += 8;
    }

    /** Goes on until all is marked, and then answers true, or until the budget is spent. */
    static boolean trace() {
        while (budget > 0) {
            if (stackTop > Heap.markStack) {
                stackTop -= 8;
                scanEntry(Memory.loadLong(stackTop));
            } else if (again < Heap.top) {
                scanAgain();
            } else if (overflow != NOTHING) {
                again = overflow;
                overflow = NOTHING;
            } else {
                return true;
            }
        }
        return false;
    }

    private static void scanAgain() {
        long object = again == Heap.cursor ? Heap.gapEnd : again;
        object = object < Heap.top ? Bits.nextSet(Heap.marks, object) : object;
        if (object >= Heap.top || object == Heap.cursor && Heap.cursor < Heap.gapEnd) {
            again = object;
            return;
        }
        budget -= OBJECT_COST;
        scan(object);
        again = object + Boundaries.sizeAt(object);
    }

    private static void scanEntry(long entry) {
        if ((entry & 1) == 0) {
            scan(entry);
        } else {
            scanArray(Boundaries.objectAround(entry - 1), entry - 1);
        }
    }

    private static void scan(long object) {
        long references = Memory.loadLong(Memory.loadLong(object) + ObjectLayout.CLASS_REFERENCES);
        if (references == ObjectLayout.REFERENCES_ARRAY) {
            scanArray(object, object + ObjectLayout.ARRAY_DATA);
        } else if (references < 0) {
            markRange(object + ObjectLayout.HEADER_BYTES, object + Boundaries.sizeAt(object));
        } else if (references != ObjectLayout.PRIMITIVES_ARRAY) {
            scanFields(object, references & ObjectLayout.FIELDS_MASK);
            if ((references & ObjectLayout.WEAK_REFERENCE) != 0) {
                References.discover(object, references);
            }
        }
    }

    private static void scanFields(long object, long references) {
        long address = object + 8;
        for (long left = references >>> 1; left != 0; left >>>= 1) {
            if ((left & 1) != 0) {
                markReference(Memory.loadLong(address));
            }
            address += 8;
        }
    }

    /** Scans a part of the array; what is left waits as an entry that is odd: its address plus 1. */
    private static void scanArray(long array, long from) {
        long end = array + ObjectLayout.ARRAY_DATA + 8L * Memory.loadInt(array + ObjectLayout.ARRAY_LENGTH);
        long to = from + ARRAY_PART_BYTES;
        if (to < end) {
            push(to + 1, array);
        } else {
            to = end;
        }
        budget -= to - from;
        for (long address = from; address < to; address += 8) {
            markReference(Memory.loadLong(address));
        }
    }

    private Marker() {}
}
