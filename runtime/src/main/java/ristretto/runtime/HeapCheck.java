package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/**
 * Stress for the collector, and a look at the whole heap after each collection: every object has a class, references point to
 * where objects begin, map and boundaries agree with the objects, and what will be handed out as zero is zero. Only in programs that were
 * built with {@code --collect}.
 */
public final class HeapCheck {
    private static final long STEP = 200;
    private static final long LEAST_ADDRESS = 4096;
    private static final long SAMPLE_BYTES = 4096;

    /** Collects everything, at every allocation. */
    public static void collect() {
        Collector.collect(false);
        check();
    }

    /** Does a tiny step of a cycle at every allocation, so that the program changes everything between any two of them. */
    public static void step() {
        if (Collector.stepOfEndlessCycle(STEP)) {
            check();
        }
    }

    /** The next allocation, too, shall come to the collector. */
    public static void takeSlowPathAgain() {
        Gaps.narrow();
    }

    private static void check() {
        long position = Heap.base;
        while (position < Heap.top) {
            if (position == Heap.cursor && position < Heap.gapEnd) {
                position = Heap.gapEnd;
            } else if (Bits.isSet(Heap.occupied, position)) {
                position = checkObject(position);
            } else {
                position = Bits.nextSet(Heap.occupied, position);
            }
        }
        expect(position == Heap.top);
        checkZero(Heap.cursor, Heap.limit);
        long sampleEnd = Heap.top - Heap.fresh < SAMPLE_BYTES ? Heap.top : Heap.fresh + SAMPLE_BYTES;
        checkZero(Heap.fresh, Parts.end(Heap.fresh, sampleEnd));
    }

    private static void checkZero(long from, long to) {
        for (long address = from + 7 & -8; address + 8 <= to; address += 8) {
            expect(Memory.loadLong(address) == 0);
        }
    }

    private static long checkObject(long object) {
        long descriptor = Memory.loadLong(object);
        expect((descriptor & 7) == 0 && descriptor >= LEAST_ADDRESS && descriptor < imageEnd());
        long references = Memory.loadLong(descriptor + ObjectLayout.CLASS_REFERENCES);
        long size = Boundaries.size(object, descriptor, references);
        long end = object + size;
        expect(size >= ObjectLayout.HEADER_BYTES && end <= Heap.top);
        for (long word = object; word < end; word += 8) {
            expect(Bits.isSet(Heap.occupied, word));
        }
        expect(Boundaries.objectAround(object) == object);
        expect(Boundaries.objectAround(end - 1) == object);
        if (references == ObjectLayout.REFERENCES_ARRAY) {
            for (long word = object + ObjectLayout.ARRAY_DATA; word < end; word += 8) {
                checkReference(Memory.loadLong(word));
            }
        } else if (references > 0 && references != ObjectLayout.PRIMITIVES_ARRAY) {
            long word = object;
            for (long left = references & ObjectLayout.FIELDS_MASK; left != 0; left >>>= 1) {
                if ((left & 1) != 0) {
                    checkReference(Memory.loadLong(word));
                }
                word += 8;
            }
            if ((references & ObjectLayout.WEAK_REFERENCE) != 0) {
                checkReference(Memory.loadLong(object + ObjectLayout.REFERENCE_REFERENT));
            }
        }
        return end;
    }

    private static void checkReference(long reference) {
        if (reference >= Heap.base && reference < Heap.top) {
            expect(Boundaries.objectAround(reference) == reference);
        } else {
            expect(reference == 0 || (reference & 7) == 0 && reference >= LEAST_ADDRESS && reference < imageEnd());
        }
    }

    private static long imageEnd() {
        return Memory.symbol("image_data_end");
    }

    /** Nothing can be thrown here: reads address 0, so that the program ends with a fault whose trace has the line. */
    private static void expect(boolean holds) {
        if (!holds) {
            Memory.storeLong(Heap.base, Memory.loadLong(0));
        }
    }

    private HeapCheck() {}
}
