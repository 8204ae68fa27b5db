package ristretto.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ristretto.runtime.platform.HeapMemory;

/** Random graphs that change between collections, held against reachability over ordinary Java collections. */
class RandomGraphTest {
    private static final int ROOTS = 12;

    private record Shape(long slots, int count) {}

    private final Map<Long, long[]> edges = new HashMap<>();
    private final Map<Long, Shape> shapes = new HashMap<>();
    private final long[] roots = new long[ROOTS];

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatCanBeReachedStaysAndNothingElse(long seed) {
        Random random = new Random(seed);
        HeapOnTheDesk desk = new HeapOnTheDesk(16 * 1024 + random.nextInt(24 * 1024), ROOTS);
        desk.limitMarkStack(1 + random.nextInt(30));
        int collections = 0;
        for (int step = 0; step < 6000; step++) {
            long made = make(desk, random);
            if (made == 0) {
                desk.collect();
                collections++;
                Set<Long> expected = reachable();
                Set<Long> found = desk.survivors();
                assertTrue(found.containsAll(expected), "nothing that is reachable is lost");
                Set<Long> kept = reachableWithNeighbours();
                assertTrue(kept.containsAll(found), "nothing else is kept but neighbours of roots");
                desk.check();
                desk.collect();
                forget(found);
                dropSome(desk, random);
                continue;
            }
            link(desk, random, made);
        }
        assertTrue(collections > 3, collections + " collections");
        assertEquals(reachable().size(), new HashSet<>(reachable()).size());
    }

    /** The heap borrows when it is full, in gaps of any size, and gives back after some of the collections what has come free anywhere. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aHeapThatGrowsAndShrinksLosesNothing(long seed) {
        Random random = new Random(seed);
        HeapOnTheDesk desk = new HeapOnTheDesk(HeapMemory.PART_BYTES, 2 + random.nextInt(8), ROOTS);
        desk.limitMarkStack(1 + random.nextInt(30));
        int given = 0;
        int most = 0;
        int holes = 0;
        for (int step = 0; step < 60_000; step++) {
            long made = make(desk, random);
            if (made != 0) {
                link(desk, random, made);
                continue;
            }
            if (random.nextInt(3) != 0 && Heap.grow(1 + random.nextInt(100_000))) {
                most = Math.max(most, HeapMemory.partsTaken());
                continue;
            }
            collectAndCheck(desk);
            if (random.nextBoolean()) {
                dropSome(desk, random);
            }
            int before = HeapMemory.partsTaken();
            if (random.nextBoolean()) {
                Gaps.forget();
                collectAndCheck(desk);
                Parts.giveBack();
                desk.check();
                given += before - HeapMemory.partsTaken();
                holes += Parts.end(Heap.base, Heap.fresh) < Heap.fresh ? 1 : 0;
            }
            assertEquals(HeapMemory.partsTaken() * HeapMemory.PART_BYTES, Parts.borrowedBytes);
        }
        assertTrue(most > 1 && given > 1 && holes > 0, most + " parts, " + given + " given back, " + holes + " holes");
    }

    private void collectAndCheck(HeapOnTheDesk desk) {
        desk.collect();
        Set<Long> found = desk.survivors();
        assertTrue(found.containsAll(reachable()), "nothing that is reachable is lost");
        desk.check();
        forget(found);
    }

    /** As on Linux: the system may take any pages of the heap's own in which nothing lives, and gives zeroed ones for them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatTheSystemTakesBackCanBeUsedAgain(long seed) {
        Random random = new Random(seed);
        HeapOnTheDesk desk = new HeapOnTheDesk(400 * 1024, ROOTS);
        long total = Heap.totalBytes();
        for (int step = 0; step < 60_000; step++) {
            long made = make(desk, random);
            if (made != 0) {
                link(desk, random, made);
            } else {
                dropSome(desk, random);
                Gaps.forget();
                collectAndCheck(desk);
                Parts.giveBack();
                collectAndCheck(desk);
            }
        }
        assertEquals(total, Heap.totalBytes());
        assertTrue(HeapMemory.forgotten > total, HeapMemory.forgotten + " bytes");
    }

    /**
     * The graph changes between the steps of a cycle: references are moved from where they have not been looked at yet to where they
     * will not be, or to a root alone. What can be reached at the end must be there, what could not be reached at the snapshot must not.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatMovesBetweenStepsIsNotLost(long seed) {
        Random random = new Random(seed);
        HeapOnTheDesk desk = new HeapOnTheDesk(20 * 1024 + random.nextInt(24 * 1024), ROOTS);
        desk.limitMarkStack(1 + random.nextInt(40));
        int cycles = 0;
        for (int round = 0; round < 60; round++) {
            for (int i = random.nextInt(300); i > 0; i--) {
                long made = make(desk, random);
                if (made != 0) {
                    link(desk, random, made);
                }
            }
            Collector.begin();
            while (!Collector.marking) {
                desk.step(1 + random.nextInt(64));
            }
            Set<Long> atSnapshot = reachableWithNeighbours();
            Set<Long> made = new HashSet<>();
            while (Collector.marking) {
                for (int i = random.nextInt(6); i > 0; i--) {
                    long object = make(desk, random);
                    if (object != 0) {
                        made.add(object);
                        link(desk, random, object);
                    }
                    moveToRoot(desk, random);
                }
                if (random.nextInt(8) == 0) {
                    desk.check();
                }
                desk.step(1 + random.nextInt(400));
            }
            cycles++;
            Set<Long> found = desk.survivors();
            assertTrue(found.containsAll(reachable()), "nothing that is reachable is lost");
            Set<Long> kept = new HashSet<>(atSnapshot);
            kept.addAll(withNeighbours(made));
            assertTrue(kept.containsAll(found), "nothing else is kept");
            assertTrue(found.containsAll(made), "what was made in the cycle is marked");
            desk.check();
            forget(found);
            dropSome(desk, random);
            desk.check();
        }
        assertEquals(60, cycles);
    }

    /** Takes a reference out of an object, cuts it there, and keeps it in a root, which no barrier sees. */
    private void moveToRoot(HeapOnTheDesk desk, Random random) {
        long from = roots[random.nextInt(ROOTS)];
        if (from == 0 || edges.get(from).length == 0) {
            return;
        }
        int slot = random.nextInt(edges.get(from).length);
        long value = edges.get(from)[slot];
        set(desk, from, slot, 0);
        int index = random.nextInt(ROOTS);
        roots[index] = value;
        desk.root(index, value);
    }

    private long make(HeapOnTheDesk desk, Random random) {
        int length = random.nextInt(100) == 0 ? random.nextInt(300) : random.nextInt(12);
        return switch (random.nextInt(6)) {
            case 0 -> record(desk.allocate(desk.node), 8, 2);
            case 1 -> record(desk.allocateArray(desk.references, length), 16, length);
            case 2 -> record(desk.allocateArray(desk.bytes, length * 5), 0, 0);
            case 3 -> record(desk.allocate(desk.leaf), 0, 0);
            case 4 -> record(desk.allocate(desk.empty), 0, 0);
            default -> record(desk.allocate(desk.vague), 8, 9);
        };
    }

    private long record(long object, long slots, int count) {
        if (object != 0) {
            shapes.put(object, new Shape(slots, count));
            edges.put(object, new long[count]);
        }
        return object;
    }

    private void link(HeapOnTheDesk desk, Random random, long made) {
        long[] slots = edges.get(made);
        List<Long> live = new ArrayList<>(List.of(made));
        for (long root : roots) {
            if (root != 0) {
                live.add(root);
            }
        }
        for (int i = 0; i < slots.length; i++) {
            set(desk, made, i, random.nextInt(3) == 0 ? 0 : live.get(random.nextInt(live.size())));
        }
        long other = live.get(random.nextInt(live.size()));
        if (edges.get(other).length > 0) {
            set(desk, other, random.nextInt(edges.get(other).length), made);
        }
        if (random.nextInt(3) == 0) {
            int index = random.nextInt(ROOTS);
            roots[index] = made;
            desk.root(index, made);
        }
    }

    private void set(HeapOnTheDesk desk, long object, int slot, long value) {
        edges.get(object)[slot] = value;
        desk.store(object + shapes.get(object).slots + 8L * slot, value);
    }

    private void dropSome(HeapOnTheDesk desk, Random random) {
        for (int i = 0; i < ROOTS; i++) {
            if (random.nextInt(3) != 0) {
                roots[i] = 0;
                desk.root(i, 0);
            }
        }
        desk.collect();
        forget(desk.survivors());
        desk.collect();
    }

    private void forget(Set<Long> survivors) {
        edges.keySet().retainAll(survivors);
        shapes.keySet().retainAll(survivors);
    }

    private Set<Long> reachable() {
        Set<Long> start = new HashSet<>();
        for (long root : roots) {
            if (root != 0) {
                start.add(root);
            }
        }
        return closure(start);
    }

    /** A root may also be meant as the end of the object before; the same holds for each word of a vague object. */
    private Set<Long> reachableWithNeighbours() {
        return withNeighbours(reachable());
    }

    private Set<Long> withNeighbours(Set<Long> start) {
        Map<Long, Long> byEnd = new HashMap<>();
        for (long object : shapes.keySet()) {
            byEnd.put(object + Boundaries.sizeAt(object), object);
        }
        Set<Long> found = closure(start);
        int before;
        do {
            before = found.size();
            Set<Long> more = new HashSet<>(found);
            for (long object : found) {
                if (byEnd.containsKey(object)) {
                    more.add(byEnd.get(object));
                }
            }
            found = closure(more);
        } while (found.size() > before);
        return found;
    }

    private Set<Long> closure(Set<Long> start) {
        Set<Long> found = new HashSet<>(start);
        ArrayDeque<Long> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            for (long next : edges.get(open.pop())) {
                if (next != 0 && found.add(next)) {
                    open.push(next);
                }
            }
        }
        return found;
    }
}
