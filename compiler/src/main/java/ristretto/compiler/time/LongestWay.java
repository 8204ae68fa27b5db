package ristretto.compiler.time;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import ristretto.compiler.link.LinkException;
import ristretto.compiler.time.Instruction.Kind;
import ristretto.compiler.time.Procedure.Block;
import ristretto.compiler.time.WorstCase.Step;
import ristretto.compiler.time.WorstCase.Way;

/** The longest way through one procedure. Sets are of its blocks, by number. */
final class LongestWay {
    /** a2, where the routines for memory are told how many bytes. */
    private static final int THIRD_ARGUMENT = 12;

    private final WorstCase worst;
    private final Procedure procedure;
    private final Way[] ways;

    LongestWay(WorstCase worst, Procedure procedure) {
        this.worst = worst;
        this.procedure = procedure;
        ways = new Way[procedure.size()];
    }

    /** Null: it does not end. */
    Way find() {
        BitSet ends = new BitSet();
        for (int i = 0; i < ways.length; i++) {
            ways[i] = of(procedure.block(i));
            if (ways[i] != null && procedure.block(i).ends()) {
                ends.set(i);
            }
        }
        BitSet useful = reaching(ends);
        return useful.get(0) ? longest(useful, set(0), ends) : null;
    }

    private Way of(Block block) {
        if (!worst.isOpen(block)) {
            return null;
        }
        Way own = new Way(block.instructions().size(), List.of());
        if (block.callee() == 0) {
            return own;
        }
        long at = block.instructions().getLast().address();
        Way called = worst.called(block.callee(), at, constantSize(block));
        if (called == null) {
            return null;
        }
        Step step = new Step(worst.code.function(block.callee()), at, 1, called.cost(), called.steps());
        return own.plus(new Way(called.cost(), List.of(step)));
    }

    /** What the block puts into the register of the third argument, where that is a constant; else -1. */
    private static long constantSize(Block block) {
        for (Instruction instruction : block.instructions().reversed()) {
            if (instruction.destination() == THIRD_ARGUMENT) {
                boolean isConstant = instruction.kind() == Kind.STEP && instruction.source() == 0;
                return isConstant ? instruction.target() : -1;
            }
        }
        return -1;
    }

    private BitSet reaching(BitSet ends) {
        BitSet useful = new BitSet();
        List<Integer> work = new ArrayList<>(ends.stream().boxed().toList());
        while (!work.isEmpty()) {
            int block = work.removeLast();
            if (!useful.get(block) && ways[block] != null) {
                useful.set(block);
                work.addAll(procedure.flow().predecessors(block));
            }
        }
        return useful;
    }

    private static BitSet set(int... blocks) {
        BitSet set = new BitSet();
        for (int block : blocks) {
            set.set(block);
        }
        return set;
    }

    private BitSet successors(int block, BitSet within) {
        BitSet successors = set(procedure.flow().successors(block));
        successors.and(within);
        return successors;
    }

    /** The longest way within some blocks, from any of these starts to any of these ends; null: there is none. */
    private Way longest(BitSet within, BitSet starts, BitSet ends) {
        List<BitSet> components = new Components(procedure.flow(), within, starts).find();
        Way[] rest = new Way[ways.length];
        Way best = null;
        // Each component comes behind those that it leads to.
        for (BitSet component : components) {
            boolean isLoop = isLoop(component);
            Loop loop = isLoop ? new Loop(component, within, starts) : null;
            Way way = null;
            for (int block : component.stream().toArray()) {
                Way behind = ends.get(block) ? WorstCase.NOTHING : null;
                for (int next : procedure.flow().successors(block)) {
                    if (within.get(next) && !component.get(next)) {
                        behind = longer(behind, rest[next]);
                    }
                }
                Way until = behind == null ? null : isLoop ? loop.until(block) : ways[block];
                if (until != null) {
                    way = longer(way, until.plus(behind));
                }
            }
            if (way == null) {
                continue;
            }
            for (int block : component.stream().toArray()) {
                rest[block] = way;
            }
            if (component.intersects(starts)) {
                best = longer(best, way);
            }
        }
        return best;
    }

    private static Way longer(Way a, Way b) {
        return a == null || b != null && b.cost() > a.cost() ? b : a;
    }

    private boolean isLoop(BitSet component) {
        int first = component.nextSetBit(0);
        return component.cardinality() > 1 || successors(first, component).get(first);
    }

    /** A part of the code that goes around. */
    private final class Loop {
        private final BitSet others;
        private final BitSet onward;
        private final BitSet entries = new BitSet();
        private final int counted;
        private final Way around;

        Loop(BitSet loop, BitSet within, BitSet starts) {
            for (int block : loop.stream().toArray()) {
                boolean fromOutside = procedure.flow().predecessors(block).stream()
                        .anyMatch(before -> within.get(before) && !loop.get(before));
                if (fromOutside || starts.get(block)) {
                    entries.set(block);
                }
            }
            counted = entries.cardinality() == 1 ? entries.nextSetBit(0) : onEveryTurn(loop);
            entries.clear(counted);
            others = (BitSet) loop.clone();
            others.clear(counted);
            onward = successors(counted, others);
            around = around(loop);
        }

        /** All turns but the last. */
        private Way around(BitSet loop) {
            BitSet turning = new BitSet();
            loop.stream()
                    .filter(block -> set(procedure.flow().successors(block)).get(counted))
                    .forEach(turning::set);
            Way turn = turning.get(counted) ? WorstCase.NOTHING : null;
            turn = ways[counted].plus(longer(turn, longest(others, onward, turning)));
            Way in = entries.isEmpty() ? WorstCase.NOTHING : longest(others, entries, turning);
            LoopBounds.Bound bound = worst.bounds.of(procedure, loop);
            boolean looks = bound.unseen() > 0 && looksForInterrupts(loop);
            // The turn in which it sees an interrupt is its last.
            long turns = looks ? bound.unseen() - 1 : bound.turns();
            long cost = Math.multiplyExact(turns, turn.cost());
            long at = procedure.block(counted).start();
            Step step = new Step(looks ? "loop until it sees an interrupt" : "loop", at, turns, cost, turn.steps());
            return (in == null ? WorstCase.NOTHING : in).plus(new Way(cost, List.of(step)));
        }

        /** The longest way from outside to the end of one of its blocks; null: there is none. */
        Way until(int block) {
            if (block == counted) {
                return around.plus(ways[counted]);
            }
            Way last = longest(others, onward, set(block));
            Way direct = entries.isEmpty() ? null : longest(others, entries, set(block));
            return longer(last == null ? null : around.plus(ways[counted]).plus(last), direct);
        }
    }

    /** A block without which there is no way around: where the compiler let a loop have several entries. */
    private int onEveryTurn(BitSet loop) {
        for (int block : loop.stream().toArray()) {
            BitSet others = (BitSet) loop.clone();
            others.clear(block);
            if (new Components(procedure.flow(), others, others).find().stream().noneMatch(this::isLoop)) {
                return block;
            }
        }
        throw new LinkException("a loop of several entries: "
                + worst.bounds.describe(procedure.block(loop.nextSetBit(0)).start()));
    }

    /** Whether it asks for pending interrupts. */
    private boolean looksForInterrupts(BitSet loop) {
        return loop.stream()
                .anyMatch(block -> procedure.block(block).instructions().stream()
                                .anyMatch(instruction -> instruction.kind() == Kind.PENDING)
                        || worst.code.function(procedure.block(block).callee()).endsWith("Kernel.interruptPending()Z"));
    }
}
