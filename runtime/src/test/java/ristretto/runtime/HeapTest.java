package ristretto.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/** Single rules of heap and collector, each provoked on purpose. */
class HeapTest {

    @Test
    void aHeapOfSixteenKibibytesHoldsAlmostThat() {
        HeapOnTheDesk desk = new HeapOnTheDesk(16 * 1024, 1);
        int count = 0;
        while (desk.allocate(desk.leaf) != 0) {
            count++;
        }
        assertTrue(count * 24 > 15 * 1024, count + " objects of 24 bytes");
        desk.collect();
        assertEquals(Heap.totalBytes(), Heap.freeBytes());
        assertEquals(Set.of(), desk.survivors());
    }

    @Test
    void interiorAndOnePastEndPointersKeep() {
        HeapOnTheDesk desk = new HeapOnTheDesk(64 * 1024, 2);
        long first = desk.allocateArray(desk.bytes, 3000);
        long between = desk.allocate(desk.leaf);
        long second = desk.allocateArray(desk.longs, 10);
        long last = desk.allocate(desk.leaf);
        desk.root(0, first + 2001);
        desk.root(1, second + 16 + 80);
        desk.collect();
        assertEquals(Set.of(first, second, last), desk.survivors());
        assertNotEquals(between, second);
    }

    @Test
    void aWordRightBehindTheLastObjectOfTheHeapKeepsIt() {
        HeapOnTheDesk desk = new HeapOnTheDesk(16 * 1024, 1);
        long all = desk.allocateArray(desk.bytes, (int) Heap.totalBytes() - 16);
        assertEquals(Heap.base, all);
        desk.root(0, Heap.top);
        desk.collect();
        assertEquals(Set.of(all), desk.survivors());
    }

    @Test
    void longListsAndWideTreesFitAnyMarkStack() {
        HeapOnTheDesk desk = new HeapOnTheDesk(144 * 1024, 1);
        long list = 0;
        for (int i = 0; i < 1000; i++) {
            long node = desk.allocate(desk.node);
            Memory.storeLong(node + 8, list);
            list = node;
        }
        long wide = desk.allocateArray(desk.references, 1500);
        for (int i = 0; i < 1500; i++) {
            long node = desk.allocate(desk.node);
            Memory.storeLong(node + 8, list);
            Memory.storeLong(node + 16, desk.allocate(desk.leaf));
            Memory.storeLong(wide + 16 + 8L * i, node);
        }
        desk.root(0, wide);
        desk.collect();
        assertEquals(1000 + 1 + 3000, desk.survivors().size());
    }

    @Test
    void aMarkStackThatOverflowsLosesNothing() {
        HeapOnTheDesk desk = new HeapOnTheDesk(64 * 1024, 1);
        Heap.markStackEnd = Heap.markStack + 8;
        long[] level = new long[512];
        for (int i = 0; i < level.length; i++) {
            level[i] = desk.allocate(desk.node);
        }
        int count = level.length;
        for (int width = level.length / 2; width > 0; width /= 2) {
            for (int i = 0; i < width; i++) {
                long node = desk.allocate(desk.node);
                Memory.storeLong(node + 8, level[2 * i]);
                Memory.storeLong(node + 16, level[2 * i + 1]);
                level[i] = node;
                count++;
            }
        }
        desk.root(0, level[0]);
        desk.collect();
        assertEquals(count, desk.survivors().size());
    }

    @Test
    void aLargeArrayDoesNotThrowAwaySmallGaps() {
        HeapOnTheDesk desk = new HeapOnTheDesk(64 * 1024, 1);
        long kept = desk.allocateArray(desk.references, 400);
        desk.root(0, kept);
        for (int i = 0; i < 800; i++) {
            long object = desk.allocate(desk.leaf);
            if (i % 2 == 0) {
                Memory.storeLong(kept + 16 + 4 * i, object);
            }
        }
        desk.collect();
        assertNotEquals(0, desk.allocateArray(desk.bytes, 20_000));
        long small = desk.allocate(desk.leaf);
        assertTrue(small < kept + 3216 + 800 * 24, "the small gaps come first");
        desk.check();
    }

    @Test
    void memoryThatWasUsedBeforeComesZeroedAgain() {
        HeapOnTheDesk desk = new HeapOnTheDesk(16 * 1024, 1);
        for (int round = 0; round < 5; round++) {
            long array;
            while ((array = desk.allocateArray(desk.longs, 5 + round)) != 0) {
                for (int i = 0; i < 5 + round; i++) {
                    Memory.storeLong(array + 16 + 8L * i, -1);
                }
            }
            desk.collect();
        }
        assertFalse(desk.allocate(desk.empty) == 0);
    }

    @Test
    void anExplicitCollectionInFreshMemoryLeavesItZero() {
        HeapOnTheDesk desk = new HeapOnTheDesk(16 * 1024, 1);
        desk.allocate(desk.leaf);
        desk.collect();
        desk.collect();
        assertNotEquals(0, desk.allocateArray(desk.longs, 1500));
    }

    @Test
    void gapsOfManyLengthsAreFoundOrPassedOver() {
        HeapOnTheDesk desk = new HeapOnTheDesk(64 * 1024, 1);
        long kept = desk.allocateArray(desk.references, 600);
        desk.root(0, kept);
        List<Long> starts = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            long gap = desk.allocateArray(desk.bytes, 8 * (i * 7 % 45));
            long wall = desk.allocate(desk.empty);
            Memory.storeLong(kept + 16 + 8L * i, wall);
            starts.add(gap);
            lengths.add(wall - gap);
        }
        long last = desk.allocate(desk.empty);
        Memory.storeLong(kept + 16 + 8L * 599, last);
        desk.collect();
        for (int words = 1; words <= Bits.LONGEST_WORDS; words++) {
            int index = 0;
            while (index < 120 && lengths.get(index) < 8L * words) {
                index++;
            }
            long expected = index < 120 ? starts.get(index) : last + 8;
            assertEquals(expected, Bits.gap(Heap.occupied, Heap.base, words), words + " words");
            long from = starts.get(60) + 8;
            long rest = lengths.get(60) - 8;
            index = 61;
            while (index < 120 && lengths.get(index) < 8L * words) {
                index++;
            }
            expected = rest >= 8L * words ? from : index < 120 ? starts.get(index) : last + 8;
            assertEquals(expected, Bits.gap(Heap.occupied, from, words), words + " words from inside a gap");
        }
    }

    @Test
    void aReferenceThatMovesBehindTheMarkerIsNotLost() {
        HeapOnTheDesk desk = new HeapOnTheDesk(64 * 1024, 2);
        long hidden = desk.allocate(desk.leaf);
        long holder = desk.allocate(desk.node);
        Memory.storeLong(holder + 8, hidden);
        long looked = desk.allocate(desk.node);
        desk.root(0, holder);
        desk.root(1, looked);
        Collector.begin();
        while (!Collector.marking) {
            desk.step(1000);
        }
        desk.store(looked + 8, hidden);
        desk.store(holder + 8, 0);
        while (Collector.marking) {
            desk.step(1);
        }
        assertTrue(desk.survivors().contains(hidden));
    }

    @Test
    void aStepDoesNoMoreThanItMay() {
        HeapOnTheDesk desk = new HeapOnTheDesk(256 * 1024, 1);
        long list = 0;
        for (int i = 0; i < 3000; i++) {
            long node = desk.allocate(desk.node);
            Memory.storeLong(node + 8, list);
            list = node;
        }
        desk.root(0, list);
        Collector.begin();
        long before = 0;
        int steps = 0;
        while (!Collector.isIdle()) {
            desk.step(640);
            steps++;
            if (Collector.marking) {
                assertTrue(Marker.markedBytes - before <= 21 * 32, "at most 21 objects in a step");
                before = Marker.markedBytes;
            }
        }
        assertTrue(steps > 3000 / 21, steps + " steps");
        assertEquals(3000, desk.survivors().size());
    }

    @Test
    void weakReferencesAreClearedTogetherAndSoftOnesWhenAskedFor() {
        HeapOnTheDesk desk = new HeapOnTheDesk(64 * 1024, 8);
        long queue = desk.allocate(desk.leaf);
        long weakOnly = desk.allocate(desk.node);
        // A root that is the end of the object before keeps that one, too.
        desk.allocate(desk.empty);
        long kept = desk.allocate(desk.leaf);
        long soft = desk.allocate(desk.leaf);
        desk.allocate(desk.empty);
        long[] references = {
            desk.reference(desk.weak, weakOnly, queue),
            desk.reference(desk.weak, weakOnly, 0),
            desk.reference(desk.weak, kept, queue),
            desk.reference(desk.soft, soft, queue)
        };
        for (int i = 0; i < references.length; i++) {
            desk.root(i, references[i]);
        }
        desk.root(5, kept);
        desk.root(6, queue);
        desk.root(7, desk.allocate(desk.leaf));
        desk.collect();
        assertEquals(0, desk.referent(references[0]));
        assertEquals(0, desk.referent(references[1]));
        assertEquals(kept, desk.referent(references[2]));
        assertEquals(soft, desk.referent(references[3]));
        assertFalse(desk.survivors().contains(weakOnly));
        assertTrue(References.softKept);
        References.clearSoft = true;
        desk.collect();
        References.clearSoft = false;
        assertEquals(0, desk.referent(references[3]));
        assertEquals(Set.of(references[0], references[3]), desk.takePending());
        desk.collect();
        assertTrue(desk.survivors().contains(references[0]), "a reference itself is kept like any object");
    }

    @Test
    void aWeakReferenceThatIsAskedDuringACycleKeepsItsObject() {
        HeapOnTheDesk desk = new HeapOnTheDesk(64 * 1024, 1);
        long object = desk.allocate(desk.node);
        Memory.storeLong(object + 8, desk.allocate(desk.leaf));
        long reference = desk.reference(desk.weak, object, 0);
        desk.allocate(desk.leaf);
        desk.root(0, reference);
        Collector.begin();
        while (!Collector.marking) {
            desk.step(1000);
        }
        Marker.markReference(object);
        while (Collector.marking) {
            desk.step(1);
        }
        assertEquals(object, desk.referent(reference));
        assertEquals(3, desk.survivors().size());
        desk.collect();
        assertEquals(0, desk.referent(reference));
    }

    /** Boundaries in the last block are left over from dead leaves; what the array holds looks like leaves, so that they would be believed. */
    @Test
    void anObjectThatEndsWithTheHeapIsFoundAmongTheRemainsOfOthers() {
        for (int blockBytes = 24; blockBytes < Boundaries.BLOCK_BYTES; blockBytes += 104) {
            HeapOnTheDesk desk = new HeapOnTheDesk(16 * 1024 + blockBytes, 1);
            while (desk.allocate(desk.leaf) != 0) {}
            desk.collect();
            long lastBlock = Heap.top - 1 - Heap.base & -Boundaries.BLOCK_BYTES;
            while (Heap.cursor + 24 < Heap.base + lastBlock - 24) {
                desk.allocate(desk.leaf);
            }
            int length = (int) (Heap.top - Heap.cursor - ObjectLayout.ARRAY_DATA >> 3);
            long array = desk.allocateArray(desk.longs, length);
            assertEquals(Heap.top, array + Boundaries.sizeAt(array));
            for (int i = 0; i < length; i++) {
                Memory.storeLong(array + ObjectLayout.ARRAY_DATA + 8L * i, desk.leaf);
            }
            desk.check();
        }
    }
}
