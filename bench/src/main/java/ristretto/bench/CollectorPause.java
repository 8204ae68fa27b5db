package ristretto.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ristretto.magic.riscv64.Machine;
import ristretto.sdk.GarbageCollector;

/**
 * The longest pause of the collector, in instructions, in a heap of which three quarters live: trees, lists and a hash map of small
 * objects, all of which change all the time. A pause is what one small change took in all, its own work included; the largest is told, once
 * with the usual steps and once with bounded ones. The longest change while nothing was collected tells what of it is not the collector's,
 * and that no other process ran in between. The system is {@code bench-collector}.
 */
public final class CollectorPause {
    private static final int CHANGES = 60_000;
    private static final int WARM_UP = 20_000;
    private static final int LISTS = 512;
    private static final int LEAST_CYCLES = 5;

    private static final class Tree {
        Tree left;
        Tree right;
        int key;

        Tree(int key) {
            this.key = key;
        }
    }

    private static final class Link {
        final Link next;
        final long value;

        Link(Link next, long value) {
            this.next = next;
            this.value = value;
        }
    }

    private final List<Tree> trees = new ArrayList<>(16_384);
    private final Link[] lists = new Link[LISTS];
    private final Map<Integer, Long> map = new HashMap<>(32_768);
    private long longestIdle;
    private long random = 88172645463325252L;
    private int key;

    public static void main(String[] arguments) {
        CollectorPause bench = new CollectorPause();
        bench.fill();
        bench.longest(WARM_UP);
        bench.longestIdle = 0;
        System.out.println("collectorPause " + bench.measured());
        if (bench.longestIdle == 0) {
            throw new IllegalStateException("a collection was always under way: nothing to hold the figures against");
        }
        System.out.println("collectorPauseNone " + bench.longestIdle);
        // With bounded steps and so little that is free, the next collection may begin when the last one ends.
        GarbageCollector.boundPauses();
        System.out.println("collectorPauseBounded " + bench.measured());
    }

    private int next(int bound) {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return (int) ((random >>> 33) % bound);
    }

    private void fill() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        while (runtime.totalMemory() - runtime.freeMemory() < runtime.totalMemory() / 4 * 3) {
            for (int i = 0; i < 16; i++) {
                trees.add(tree(3));
            }
            for (int i = 0; i < LISTS; i++) {
                lists[i] = new Link(lists[i], i);
            }
            for (int i = 0; i < 64; i++) {
                map.put(key, key + 1000L);
                key++;
            }
        }
    }

    private Tree tree(int depth) {
        Tree tree = new Tree(depth);
        if (depth > 0) {
            tree.left = tree(depth - 1);
            tree.right = tree(depth - 1);
        }
        return tree;
    }

    /** Makes some new objects, and drops as many. */
    private void change() {
        trees.set(next(trees.size()), tree(3));
        Tree one = trees.get(next(trees.size()));
        Tree other = trees.get(next(trees.size()));
        Tree moved = one.left;
        one.left = other.right;
        other.right = moved;
        int list = next(LISTS);
        lists[list] = new Link(lists[list].next, random);
        map.remove(key - map.size());
        map.put(key, random);
        key++;
    }

    private long longest(int changes) {
        long longest = 0;
        for (int i = 0; i < changes; i++) {
            boolean idle = !GarbageCollector.isCollecting();
            long start = Machine.readInstret();
            change();
            long took = Machine.readInstret() - start;
            if (idle && !GarbageCollector.isCollecting()) {
                longestIdle = Math.max(longestIdle, took);
            }
            longest = Math.max(longest, took);
        }
        return longest;
    }

    private long measured() {
        long before = GarbageCollector.cycles();
        long longest = longest(CHANGES);
        long cycles = GarbageCollector.cycles() - before;
        if (cycles < LEAST_CYCLES) {
            throw new IllegalStateException("only " + cycles + " collections: nothing was measured");
        }
        return longest;
    }

    private CollectorPause() {}
}
