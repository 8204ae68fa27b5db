package ristretto.runtime;

import ristretto.magic.Assembly;
import ristretto.magic.Export;
import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;
import ristretto.runtime.platform.Startup;

/**
 * Mark and sweep; sweeping is left to {@link Gaps}. Stack, registers and the image's data are scanned word by word: any
 * word that could be an address into an object, or right behind it, keeps that object. Inside of heap objects the
 * reference map of their class says where the references are. Nothing here recurses: objects that wait to be scanned
 * are on the mark stack, and if that is full, the marked objects are all scanned once more. References of any
 * strength keep their object.
 */
final class Collector {
    /** Elements of an array that are scanned at a time, so that a large array does not fill the mark stack. */
    private static final long ARRAY_PART_BYTES = 32 * 8;

    /** Bytes of the objects that the last collection marked. */
    static long liveBytes;

    private static long stackTop;
    private static boolean overflowed;

    static void reset() {
        liveBytes = 0;
    }

    static void collect() {
        saveRegistersAndCollect();
    }

    /** Pushes the registers that callees preserve, and calls {@link #collectFrom} with the stack pointer. */
    @Assembly("save_registers_and_collect")
    private static native void saveRegistersAndCollect();

    @Export("collect_from")
    static void collectFrom(long stackPointer) {
        begin();
        markRange(stackPointer, Startup.stackHigh());
        markRange(Memory.symbol("image_data_start"), Memory.symbol("image_data_end"));
        finish();
    }

    static void begin() {
        Gaps.finish();
        Memory.zero(Heap.marks, Heap.firsts - Heap.marks);
        stackTop = Heap.markStack;
        overflowed = false;
        liveBytes = 0;
    }

    static void finish() {
        while (overflowed) {
            overflowed = false;
            for (long object = Heap.base; object < Heap.top; object += Gaps.sizeAt(object)) {
                if (Gaps.isMarked(object)) {
                    scan(object);
                    drain();
                }
            }
        }
        Heap.restart();
    }

    /** Marks all that the aligned words from {@code low} to {@code high} may refer to. */
    static void markRange(long low, long high) {
        for (long address = low + 7 & -8; address + 8 <= high; address += 8) {
            markAround(Memory.loadLong(address));
            drain();
        }
    }

    private static void markAround(long word) {
        if (word < Heap.base || word > Heap.top) {
            return;
        }
        if (word < Heap.top) {
            markObject(Gaps.objectAround(word));
        }
        if (word > Heap.base && (word & 7) == 0) {
            markObject(Gaps.objectAround(word - 1));
        }
    }

    /** A word that is a reference or null; those to objects of the image are not followed, because that is all root. */
    private static void markReference(long word) {
        if (word >= Heap.base && word < Heap.top) {
            markObject(word);
        }
    }

    private static void markObject(long object) {
        if (object == 0 || Gaps.isMarked(object)) {
            return;
        }
        Gaps.mark(object);
        liveBytes += Gaps.sizeAt(object);
        long references = Memory.loadLong(Memory.loadLong(object) + ObjectLayout.CLASS_REFERENCES);
        if ((references & ~ObjectLayout.PRIMITIVES_ARRAY) != 0) {
            push(object);
        }
    }

    private static void push(long entry) {
        if (stackTop == Heap.markStackEnd) {
            overflowed = true;
            return;
        }
        Memory.storeLong(stackTop, entry);
        stackTop += 8;
    }

    private static void drain() {
        while (stackTop > Heap.markStack) {
            stackTop -= 8;
            long entry = Memory.loadLong(stackTop);
            if ((entry & 1) == 0) {
                scan(entry);
            } else {
                scanArray(Gaps.objectAround(entry - 1), entry - 1);
            }
        }
    }

    private static void scan(long object) {
        long references = Memory.loadLong(Memory.loadLong(object) + ObjectLayout.CLASS_REFERENCES);
        if (references == ObjectLayout.REFERENCES_ARRAY) {
            scanArray(object, object + ObjectLayout.ARRAY_DATA);
        } else if (references < 0) {
            long end = object + Gaps.sizeAt(object);
            for (long address = object + ObjectLayout.HEADER_BYTES; address < end; address += 8) {
                markAround(Memory.loadLong(address));
            }
        } else if (references != ObjectLayout.PRIMITIVES_ARRAY) {
            long address = object;
            for (long left = references; left != 0; left >>>= 1) {
                if ((left & 1) != 0) {
                    markReference(Memory.loadLong(address));
                }
                address += 8;
            }
        }
    }

    /** Scans a part of the array; what is left waits as an entry that is odd: its address plus 1. */
    private static void scanArray(long array, long from) {
        long end = array + ObjectLayout.ARRAY_DATA + 8L * Memory.loadInt(array + ObjectLayout.ARRAY_LENGTH);
        long to = from + ARRAY_PART_BYTES;
        if (to < end) {
            push(to + 1);
        } else {
            to = end;
        }
        for (long address = from; address < to; address += 8) {
            markReference(Memory.loadLong(address));
        }
    }

    private Collector() {}
}
