package ristretto.kernel;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ristretto.kernel.Universe.Beginning;
import ristretto.specification.Action;
import ristretto.specification.Specification;
import ristretto.specification.State;

/**
 * All sequences of actions in a universe, the shortest first: the real kernel does each and is compared with the
 * specification, and all invariants are checked. Where a call goes the fast way, the general way is tried as well. Of
 * states that differ in the numbering of like things only, one is gone on from.
 *
 * <p>A state is kept as the state that it came from and what was done there (six bytes); to go on from it, its sequence
 * is done again, once for all that can be done there.
 */
final class Exploration {
    /**
     * What has been looked at.
     *
     * @param depth all sequences of this length were tried
     * @param complete there are no others: longer ones lead to no new state
     * @param difference the shortest sequence that ends in one; null: there was none
     */
    record Result(
            Universe universe, int states, int depth, long steps, double seconds, boolean complete, String difference) {
        @Override
        public String toString() {
            return "%-12s %,10d states, depth %2d%s, %,11d steps, %5.1f s%s"
                    .formatted(
                            universe.name().toLowerCase(),
                            states,
                            depth,
                            complete ? " (all)" : "",
                            steps,
                            seconds,
                            difference == null ? "" : "\n" + difference);
        }
    }

    /** Orders in which up to three that are due at one tick can come. */
    private static final int ORDERS = 6;

    private final Universe universe;
    private final Specification specification;
    private final List<Start> starts = new ArrayList<>();
    private final LongSet seen = new LongSet();
    private int[] parents = new int[1 << 16];
    private short[] chosen = new short[1 << 16];
    private int states;
    private long steps;

    /** A world at its beginning. */
    private static final class Start {
        final Beginning beginning;
        final SmallWorld world;
        final Snapshot begin;
        Snapshot here;

        Start(Beginning beginning) {
            this.beginning = beginning;
            world = new SmallWorld(beginning);
            begin = new Snapshot(world);
            begin.save();
            here = new Snapshot(world);
        }

        /** Objects that were made since the beginning are looked for. */
        void saveHere() {
            if (world.universe == Universe.OBJECTS) {
                here = new Snapshot(world);
            }
            here.save();
        }
    }

    /** The kernel does not do what it should. */
    static final class Found extends Exception {
        Found(String text, Throwable cause) {
            super(text, cause);
        }
    }

    Exploration(Universe universe, Specification specification) {
        this.universe = universe;
        this.specification = specification;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Until all sequences of this length are done, or the seconds of processor time are used. */
    Result run(int depth, double seconds) {
        long start = processorTime();
        long end = start + (long) (seconds * 1e9);
        int done = 0;
        int next = 0;
        String difference = null;
        try {
            for (Beginning beginning : universe.beginnings()) {
                starts.add(new Start(beginning));
                begin(starts.getLast());
            }
            int levelEnd = states;
            while (next < states && done < depth && processorTime() < end) {
                expand(next);
                next++;
                if (next == levelEnd) {
                    done++;
                    levelEnd = states;
                }
            }
        } catch (Found found) {
            difference = found.getMessage();
        }
        double took = (processorTime() - start) / 1e9;
        return new Result(universe, states, done, steps, took, next == states && difference == null, difference);
    }

    private void begin(Start start) throws Found {
        State state = Abstraction.of(start.world);
        for (Action action : start.beginning.actions()) {
            state = step(start, state, action, true).state;
        }
        start.begin.save();
        if (seen.add(Encoding.of(state).hash())) {
            add(-starts.size(), 0);
        }
    }

    private void add(int parent, int action) {
        if (states == parents.length) {
            parents = Arrays.copyOf(parents, 2 * states);
            chosen = Arrays.copyOf(chosen, 2 * states);
        }
        parents[states] = parent;
        chosen[states] = (short) action;
        states++;
    }

    private void expand(int index) throws Found {
        Start start = goTo(index);
        SmallWorld world = start.world;
        State state = Abstraction.of(world);
        start.saveHere();
        List<Action> possible = universe.actions(state);
        for (int i = 0; i < possible.size(); i++) {
            Action action = possible.get(i);
            try {
                Step step = step(start, state, action, true);
                if (seen.add(step.encoded.hash())) {
                    add(index, i);
                }
                start.here.restore();
                if (step.fast) {
                    step(start, state, action, false);
                    start.here.restore();
                }
            } catch (Found found) {
                throw new Found(sequence(index, action) + found.getMessage(), found);
            }
        }
    }

    private Start goTo(int index) {
        int[] path = path(index);
        Start start = starts.get(-1 - rootOf(index));
        start.world.use();
        start.begin.restore();
        for (int at : path) {
            start.world.act(universe.actions(Abstraction.of(start.world)).get(chosen[at]), true);
        }
        return start;
    }

    /** The states from the first after the beginning to this one. */
    private int[] path(int index) {
        int length = 0;
        for (int at = index; parents[at] >= 0; at = parents[at]) {
            length++;
        }
        int[] path = new int[length];
        for (int at = index; parents[at] >= 0; at = parents[at]) {
            path[--length] = at;
        }
        return path;
    }

    /** What stands for a beginning: -1 for the first, and so on. */
    private int rootOf(int index) {
        int at = index;
        while (parents[at] >= 0) {
            at = parents[at];
        }
        return parents[at];
    }

    record Step(State state, Encoding encoded, boolean fast) {}

    private Step step(Start start, State before, Action action, boolean mayBeFast) throws Found {
        steps++;
        return check(start.world, specification, before, action, mayBeFast);
    }

    /** Does one step in both and compares. */
    static Step check(SmallWorld world, Specification specification, State before, Action action, boolean mayBeFast)
            throws Found {
        try {
            boolean fast = world.act(action, mayBeFast);
            world.check();
            State got = Abstraction.of(world);
            Encoding found = Encoding.of(got);
            String first = null;
            for (int order = 0; order < ORDERS; order++) {
                State expected = specification.step(before, action, fast, order);
                Encoding wanted = Encoding.of(expected);
                String difference = Encoding.difference(expected, wanted, got, found);
                if (difference == null) {
                    return new Step(expected, wanted, fast);
                }
                first = first == null ? difference : first;
                if (action.kind() != Action.Kind.TIME) {
                    break;
                }
            }
            throw new Found((fast ? "    the fast way: " : "    ") + first, null);
        } catch (RuntimeException | AssertionError e) {
            throw new Found("    " + e + (e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0]), e);
        }
    }

    private String sequence(int index, Action last) {
        Start start = starts.get(-1 - rootOf(index));
        StringBuilder text = new StringBuilder("  " + start.beginning.name() + "\n");
        start.world.use();
        start.begin.restore();
        for (int at : path(index)) {
            State state = Abstraction.of(start.world);
            Action action = universe.actions(state).get(chosen[at]);
            text.append(line(state, action));
            start.world.act(action, true);
        }
        return text + line(Abstraction.of(start.world), last);
    }

    private static String line(State state, Action action) {
        return "  "
                + (state.running == null || action.kind() == Action.Kind.TIME
                        ? ""
                        : "thread " + state.running.number + ": ")
                + action + "\n";
    }

    /** Numbers that have been seen, in an open table. */
    private static final class LongSet {
        private long[] table = new long[1 << 17];
        private int size;

        /** False: it was there already. */
        boolean add(long value) {
            long key = value == 0 ? 1 : value;
            if (2 * size >= table.length) {
                long[] old = table;
                table = new long[2 * old.length];
                for (long each : old) {
                    if (each != 0) {
                        table[place(each)] = each;
                    }
                }
            }
            int place = place(key);
            if (table[place] == key) {
                return false;
            }
            table[place] = key;
            size++;
            return true;
        }

        private int place(long key) {
            int place = (int) key & table.length - 1;
            while (table[place] != 0 && table[place] != key) {
                place = place + 1 & table.length - 1;
            }
            return place;
        }
    }
}
