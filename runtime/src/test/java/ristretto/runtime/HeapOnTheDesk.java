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

    HeapOnTheDesk(long heapBytes, int rootCount) {
        SimulatedMemory.reset();
        this.rootCount = rootCount;
        nextDescriptor = DESCRIPTORS;
        descriptorsAgain();
        Heap.initialize(START, heapBytes);
    }

    private void descriptorsAgain() {
        descriptor(32, 0b0110);
        descriptor(24, 0);
        descriptor(8, 0);
        descriptor(1, ObjectLayout.PRIMITIVES_ARRAY);
        descriptor(8, ObjectLayout.PRIMITIVES_ARRAY);
        descriptor(8, ObjectLayout.REFERENCES_ARRAY);
        descriptor(80, 1L << 63);
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
        return withHeader(Heap.place(size), descriptor, size);
    }

    long allocateArray(long descriptor, int length) {
        long size = 16 + (long) Memory.loadInt(descriptor + ObjectLayout.CLASS_SIZE) * length + 7 & -8;
        long object = withHeader(Heap.place(size), descriptor, size);
        if (object != 0) {
            Memory.storeInt(object + ObjectLayout.ARRAY_LENGTH, length);
        }
        return object;
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

    void collect() {
        Collector.begin();
        Collector.markRange(ROOTS, ROOTS + 8L * rootCount);
        Collector.finish();
    }

    /** All objects that are still there right after a collection. */
    Set<Long> survivors() {
        Set<Long> found = new HashSet<>();
        for (long object : parse()) {
            if (Gaps.isMarked(object)) {
                found.add(object);
            }
        }
        return found;
    }

    /** Finishes the sweep, then: objects and fillers fill the heap exactly, and each is found from each of its words. */
    List<Long> check() {
        List<Long> objects = parse();
        long live = 0;
        for (long object : objects) {
            long size = Gaps.sizeAt(object);
            live += size;
            for (long word = object; word < object + size; word += 8) {
                assertEquals(object, Gaps.objectAround(word + 3), "object around its own word");
            }
        }
        assertTrue(live <= Heap.totalBytes());
        return objects;
    }

    private static List<Long> parse() {
        Gaps.finish();
        Heap.cursor = Heap.top;
        Heap.limit = Heap.top;
        Heap.gapEnd = Heap.top;
        List<Long> objects = new ArrayList<>();
        long position = Heap.base;
        while (position < Heap.top) {
            if ((Memory.loadLong(position) & 1) == 0) {
                objects.add(position);
            }
            position += Gaps.sizeAt(position);
        }
        assertEquals(Heap.top, position, "objects and fillers fill the heap exactly");
        return objects;
    }
}
