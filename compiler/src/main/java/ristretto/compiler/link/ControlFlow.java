package ristretto.compiler.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Blocks of one function by number, 0 the entry, and what follows from their order: dominators (Cooper, Harvey and Kennedy, "A simple, fast
 * dominance algorithm") and natural loops.
 */
public final class ControlFlow {
    private final int[][] successors;
    private final List<List<Integer>> predecessors = new ArrayList<>();
    private final int[] order;
    private final int[] dominators;

    /** @param successors of each block */
    public ControlFlow(int[][] successors) {
        this.successors = successors;
        for (int i = 0; i < successors.length; i++) {
            predecessors.add(new ArrayList<>());
        }
        for (int block = 0; block < successors.length; block++) {
            for (int next : successors[block]) {
                predecessors.get(next).add(block);
            }
        }
        this.order = new int[successors.length];
        this.dominators = new int[successors.length];
        findDominators();
    }

    public List<Integer> predecessors(int block) {
        return predecessors.get(block);
    }

    public int[] successors(int block) {
        return successors[block];
    }

    /** Reachable blocks, each behind its predecessors but for those at the end of a loop. Sets {@link #order} to the place of each. */
    private int[] reversePostorder() {
        Arrays.fill(order, -1);
        int[] result = new int[successors.length];
        int[] path = new int[successors.length];
        int[] nextChild = new int[successors.length];
        BitSet seen = new BitSet();
        int depth = 0;
        int place = successors.length;
        seen.set(0);
        while (depth >= 0) {
            int block = path[depth];
            if (nextChild[block] < successors[block].length) {
                int child = successors[block][nextChild[block]++];
                if (!seen.get(child)) {
                    seen.set(child);
                    path[++depth] = child;
                }
            } else {
                result[--place] = block;
                order[block] = place;
                depth--;
            }
        }
        return Arrays.copyOfRange(result, place, result.length);
    }

    private void findDominators() {
        Arrays.fill(dominators, -1);
        int[] blocks = reversePostorder();
        dominators[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int block : blocks) {
                if (block == 0) {
                    continue;
                }
                int dominator = -1;
                for (int before : predecessors.get(block)) {
                    if (dominators[before] >= 0) {
                        dominator = dominator < 0 ? before : common(before, dominator);
                    }
                }
                if (dominators[block] != dominator) {
                    dominators[block] = dominator;
                    changed = true;
                }
            }
        }
    }

    private int common(int a, int b) {
        while (a != b) {
            while (order[a] > order[b]) {
                a = dominators[a];
            }
            while (order[b] > order[a]) {
                b = dominators[b];
            }
        }
        return a;
    }

    private boolean dominates(int above, int block) {
        int b = block;
        while (order[b] > order[above]) {
            b = dominators[b];
        }
        return b == above;
    }

    /** The blocks of each loop, by its header; an inner loop's blocks belong to the outer one, too. */
    Map<Integer, BitSet> loops() {
        Map<Integer, BitSet> loops = new TreeMap<>();
        for (int block = 0; block < successors.length; block++) {
            for (int header : successors[block]) {
                if (order[block] >= 0 && dominates(header, block)) {
                    BitSet loop = loops.computeIfAbsent(header, h -> new BitSet());
                    loop.set(header);
                    addWhatReaches(block, loop);
                }
            }
        }
        return loops;
    }

    /** Adds the block, and all that leads to it without going through blocks of the set. */
    void addWhatReaches(int block, BitSet set) {
        List<Integer> work = new ArrayList<>(List.of(block));
        while (!work.isEmpty()) {
            int next = work.removeLast();
            if (!set.get(next) && order[next] >= 0) {
                set.set(next);
                work.addAll(predecessors.get(next));
            }
        }
    }
}
