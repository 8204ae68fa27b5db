package ristretto.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import ristretto.magic.Memory;

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
        HeapOnTheDesk desk = new HeapOnTheDesk(128 * 1024, 1);
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
}
