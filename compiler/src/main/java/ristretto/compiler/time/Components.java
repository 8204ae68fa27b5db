package ristretto.compiler.time;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import ristretto.compiler.link.ControlFlow;

/**
 * The strongly connected components of a part of a control-flow graph, each behind all that it leads to (Tarjan, SIAM Journal on Computing 1,
 * 1972), with a stack of its own instead of recursion.
 */
final class Components {
    private final ControlFlow flow;
    private final BitSet within;
    private final BitSet starts;
    private final int[] numbers;
    private final int[] lowest;
    private final int[] nextChild;
    private final Deque<Integer> path = new ArrayDeque<>();
    private final Deque<Integer> component = new ArrayDeque<>();
    private final BitSet open = new BitSet();
    private final List<BitSet> found = new ArrayList<>();
    private int count;

    Components(ControlFlow flow, BitSet within, BitSet starts) {
        this.flow = flow;
        this.within = within;
        this.starts = starts;
        int size = within.length();
        numbers = new int[size];
        lowest = new int[size];
        nextChild = new int[size];
        Arrays.fill(numbers, -1);
    }

    List<BitSet> find() {
        for (int start : starts.stream().toArray()) {
            if (within.get(start) && numbers[start] < 0) {
                visit(start);
            }
        }
        return found;
    }

    private void visit(int start) {
        enter(start);
        while (!path.isEmpty()) {
            int block = path.peek();
            int[] successors = flow.successors(block);
            if (nextChild[block] == successors.length) {
                path.pop();
                leave(block);
                continue;
            }
            int next = successors[nextChild[block]++];
            if (!within.get(next)) {
                continue;
            }
            if (numbers[next] < 0) {
                enter(next);
            } else if (open.get(next)) {
                lowest[block] = Math.min(lowest[block], numbers[next]);
            }
        }
    }

    private void enter(int block) {
        numbers[block] = count;
        lowest[block] = count++;
        path.push(block);
        component.push(block);
        open.set(block);
    }

    private void leave(int block) {
        if (!path.isEmpty()) {
            lowest[path.peek()] = Math.min(lowest[path.peek()], lowest[block]);
        }
        if (lowest[block] != numbers[block]) {
            return;
        }
        BitSet blocks = new BitSet();
        int member;
        do {
            member = component.pop();
            open.clear(member);
            blocks.set(member);
        } while (member != block);
        found.add(blocks);
    }
}
