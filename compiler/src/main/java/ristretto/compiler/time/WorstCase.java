package ristretto.compiler.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import ristretto.compiler.link.LinkException;

/**
 * The longest way through procedures, in instructions. A loop costs the longest way into it, its turns times the longest way around, and the
 * longest way out, where the block at which turns are counted is the one that all ways in lead to, or else one that is on every way around. Ways
 * that end nowhere (in a panic) do not count.
 */
final class WorstCase {
    /**
     * What a stretch of a longest way is made of.
     *
     * @param times how often it is gone through
     * @param instructions of all of these
     * @param parts what of it has parts of its own: loops and calls
     */
    record Step(String what, long at, long times, long instructions, List<Step> parts) {}

    /** Cost of a way, with the steps on it that have parts. */
    record Way(long cost, List<Step> steps) {
        Way plus(Way other) {
            if (other.steps.isEmpty()) {
                return new Way(cost + other.cost, steps);
            }
            List<Step> all = new ArrayList<>(steps);
            all.addAll(other.steps);
            return new Way(cost + other.cost, all);
        }
    }

    static final Way NOTHING = new Way(0, List.of());

    final CodeReader code;
    final LoopBounds bounds;
    private final LongPredicate isEnd;
    private final Map<String, LongUnaryOperator> routines;
    private final Predicate<Procedure.Block> leavesOut;
    private final Map<Long, Way> known = new HashMap<>();
    private final Set<Long> open = new HashSet<>();

    /**
     * @param isEnd tells functions that never return, or are only called when all is lost
     * @param routines that copy or clear memory, and what they cost by bytes
     * @param leavesOut tells blocks that no way may go through
     */
    WorstCase(
            CodeReader code,
            LoopBounds bounds,
            LongPredicate isEnd,
            Map<String, LongUnaryOperator> routines,
            Predicate<Procedure.Block> leavesOut) {
        this.code = code;
        this.bounds = bounds;
        this.isEnd = isEnd;
        this.routines = routines;
        this.leavesOut = leavesOut;
    }

    /** The longest way from an address to where the kernel is left; null: there is none. */
    Step from(long entry) {
        Way way = way(entry);
        return way == null ? null : new Step(code.function(entry), entry, 1, way.cost, way.steps);
    }

    boolean isOpen(Procedure.Block block) {
        return !leavesOut.test(block);
    }

    private boolean isRoutine(long address) {
        return routines.containsKey(code.function(address)) && code.begins(address);
    }

    /** Of what is called here; {@code bytes}: how many a routine for memory is told to, -1: not known. */
    Way called(long callee, long at, long bytes) {
        LongUnaryOperator routine = routines.get(code.function(callee));
        return routine == null
                ? way(callee)
                : new Way(routine.applyAsLong(bytes < 0 ? bounds.bytes(at) : bytes), List.of());
    }

    Way way(long entry) {
        if (isEnd.test(entry)) {
            return null;
        }
        if (known.containsKey(entry)) {
            return known.get(entry);
        }
        if (!open.add(entry)) {
            throw new LinkException("recursion through " + code.function(entry));
        }
        Way way = new LongestWay(
                        this, new Procedure(code, entry, callee -> called(callee, callee, 0) != null, this::isRoutine))
                .find();
        open.remove(entry);
        known.put(entry, way);
        return way;
    }
}
