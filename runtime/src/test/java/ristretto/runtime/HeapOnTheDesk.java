package ristretto.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;
import ristretto.magic.SimulatedMemory;
import ristretto.runtime.platform.HeapMemory;

/**
 * The real heap over simulated memory, with class descriptors made by hand. Roots are words of a small area that plays
 * stack and static data. {@link #check} walks the heap and holds it against the rules that must always be true.
 */
final class HeapOnTheDesk {
    static final long START = 0x40_0000;
    static final long ROOTS = 0x20_0000;
    private static final long DESCRIPTORS = 0x10_0000;

    final int rootCount;
    private long nextDescriptor = DESCRIPTORS;
    /** Two references and an int; its map is exact. */
    final long node = descriptor(32, 0b0110);
    /** No references. */
    final long leaf = descriptor(24, 0);
    /** The smallest object there is. */
    final long empty = descriptor(8, 0);

    final long bytes = descriptor(1, ObjectLayout.PRIMITIVES_ARRAY);
    final long longs = descriptor(8, ObjectLayout.PRIMITIVES_ARRAY);
    final long references = descriptor(8, ObjectLayout.REFERENCES_ARRAY);
    /** Every word may be a reference. */
    final long vague = descriptor(80, 1L << 63);

    /** References, weak and soft: referent, queue, next, discovered. */
    final long weak = descriptor(40, 0b11100 | ObjectLayout.WEAK_REFERENCE);

    final long soft = descriptor(40, 0b11100 | ObjectLayout.WEAK_REFERENCE | ObjectLayout.SOFT_REFERENCE);

    HeapOnTheDesk(long heapBytes, int rootCount) {
        this(heapBytes, 0, rootCount);
    }

    /** @param parts that the heap may borrow, and that can be had; if any, {@code heapBytes} is a multiple of a part's size */
    HeapOnTheDesk(long heapBytes, int parts, int rootCount) {
        SimulatedMemory.reset();
        this.rootCount = rootCount;
        nextDescriptor = DESCRIPTORS;
        descriptorsAgain();
        HeapMemory.begin(START + heapBytes, parts);
        Heap.initialize(START, heapBytes, heapBytes + parts * HeapMemory.PART_BYTES);
    }

    /** Leaves the mark stack this many entries, if it has as many: what lies behind it is the heap. */
    void limitMarkStack(int entries) {
        Heap.markStackEnd = Math.min(Heap.markStackEnd, Heap.markStack + 8L * entries);
    }

    private void descriptorsAgain() {
        descriptor(32, 0b0110);
        descriptor(24, 0);
        descriptor(8, 0);
        descriptor(1, ObjectLayout.PRIMITIVES_ARRAY);
        descriptor(8, ObjectLayout.PRIMITIVES_ARRAY);
        descriptor(8, ObjectLayout.REFERENCES_ARRAY);
        descriptor(80, 1L << 63);
        descriptor(40, 0b11100 | ObjectLayout.WEAK_REFERENCE);
        descriptor(40, 0b11100 | ObjectLayout.WEAK_REFERENCE | ObjectLayout.SOFT_REFERENCE);
    }

    private long descriptor(int size, long map) {
        long address = nextDescriptor;
        nextDescriptor += 64;
        Memory.storeInt(address + ObjectLayout.CLASS_SIZE, size);
        Memory.storeLong(address + ObjectLayout.CLASS_REFERENCES, map);
        return address;
    }

    /** Allocates without collecting; 0: no room. What is answered must be zero. */
    long allocate(long descriptor) {
        long size = Memory.loadInt(descriptor + ObjectLayout.CLASS_SIZE);
        return withHeader(place(size), descriptor, size);
    }

    long allocateArray(long descriptor, int length) {
        long size = 16 + (long) Memory.loadInt(descriptor + ObjectLayout.CLASS_SIZE) * length + 7 & -8;
        long object = withHeader(place(size), descriptor, size);
        if (object != 0) {
            Memory.storeInt(object + ObjectLayout.ARRAY_LENGTH, length);
        }
        return object;
    }

    /** As {@link Heap#allocate}, but for the collection. */
    private static long place(long size) {
        if (Heap.cursor + size > Heap.limit) {
            return Gaps.place(size);
        }
        Heap.cursor += size;
        return Heap.cursor - size;
    }

    private static long withHeader(long object, long descriptor, long size) {
        if (object != 0) {
            for (long a = object; a < object + size; a += 8) {
                assertEquals(0, Memory.loadLong(a), "memory from the heap is zero");
            }
            Memory.storeLong(object, descriptor);
        }
        return object;
    }

    void root(int index, long value) {
        Memory.storeLong(ROOTS + 8L * index, value);
    }

    /** Collects all that is garbage now. */
    void collect() {
        Collector.begin();
        while (!Collector.isIdle()) {
            step(Long.MAX_VALUE / 2);
        }
    }

    /** A step of the cycle under way; the roots are scanned in one. */
    void step(long units) {
        if (Collector.advance(units)) {
            Collector.beginSnapshot(0, 0);
            Collector.markRange(ROOTS, ROOTS + 8L * rootCount);
        }
    }

    /** Stores a reference as compiled code does. */
    void store(long address, long value) {
        if (Collector.marking) {
            Collector.overwrite(Memory.loadLong(address));
        }
        Memory.storeLong(address, value);
    }

    long reference(long descriptor, long referent, long queue) {
        long reference = allocate(descriptor);
        Memory.storeLong(reference + ObjectLayout.REFERENCE_REFERENT, referent);
        Memory.storeLong(reference + ObjectLayout.REFERENCE_QUEUE, queue);
        return reference;
    }

    long referent(long reference) {
        return Memory.loadLong(reference + ObjectLayout.REFERENCE_REFERENT);
    }

    /** The references that were cleared and have a queue. */
    Set<Long> takePending() {
        Set<Long> taken = new HashSet<>();
        while (References.hasPending()) {
            taken.add(References.nextPending());
        }
        return taken;
    }

    /** All objects that are still there right after a collection. */
    Set<Long> survivors() {
        return new HashSet<>(objects());
    }

    /** Each object is found from its first word, each seventh and the last, and nothing is found where there is none. */
    void check() {
        List<Long> objects = objects();
        long position = Heap.base;
        for (long object : objects) {
            checkGap(position, object);
            position = object + Boundaries.sizeAt(object);
            for (long word = object; word < position; word += 7 * 8) {
                assertEquals(object, Boundaries.objectAround(word + 3), "object around its own word");
            }
            assertEquals(object, Boundaries.objectAround(position - 1), "object around its last byte");
        }
        checkGap(position, Heap.top);
    }

    private static void checkGap(long from, long to) {
        assertTrue(from <= to, "objects do not overlap");
        for (long word = from; word < to; word += 8) {
            assertEquals(0, Boundaries.objectAround(word), "no object in a gap");
            boolean prepared = word >= Heap.cursor && word < Heap.limit;
            assertEquals(
                    prepared, Bits.isSet(Heap.occupied, word), "only what is prepared is occupied without an object");
            if (prepared || word >= Heap.fresh && Parts.end(word, word + 1) != word) {
                assertEquals(0, Memory.loadLong(word), "what will be handed out without zeroing is zero");
            }
        }
    }

    private static List<Long> objects() {
        List<Long> objects = new ArrayList<>();
        long position = Heap.base;
        while (position < Heap.top) {
            if (position == Heap.cursor && position < Heap.gapEnd) {
                position = Heap.gapEnd;
            } else if (!Bits.isSet(Heap.occupied, position)) {
                position = Bits.nextSet(Heap.occupied, position);
            } else {
                assertTrue(Boundaries.sizeAt(position) > 0, "every occupied word belongs to an object");
                objects.add(position);
                position += Boundaries.sizeAt(position);
            }
        }
        assertEquals(Heap.top, position, "objects and gaps fill the heap exactly");
        return objects;
    }
}
