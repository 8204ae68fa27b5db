package ristretto.compiler.time;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import ristretto.compiler.link.ControlFlow;
import ristretto.compiler.link.LinkException;
import ristretto.compiler.time.Instruction.Kind;

/**
 * All code that control reaches from one address without calls, cut into blocks; jumps to other functions belong to it. It ends
 * where it returns, or leaves the kernel.
 */
final class Procedure {
    /**
     * @param callee address of the procedure that its last instruction calls; 0: none
     * @param ends whether its last instruction returns, or leaves the kernel
     */
    record Block(List<Instruction> instructions, long callee, boolean ends) {
        long start() {
            return instructions.getFirst().address();
        }
    }

    private final CodeReader code;
    private final LongPredicate returns;
    private final LongPredicate isRoutine;
    private final List<Block> blocks = new ArrayList<>();
    private final TreeMap<Long, Integer> numbers = new TreeMap<>();
    /** Where jumps through registers lead. */
    private final Map<Long, Set<Long>> indirect = new TreeMap<>();

    private final ControlFlow flow;

    /**
     * @param returns tells whether a procedure that is called ever does; what lies behind the call belongs to somebody else where not
     * @param isRoutine tells procedures that are called even where they are jumped to
     */
    Procedure(CodeReader code, long entry, LongPredicate returns, LongPredicate isRoutine) {
        this.isRoutine = isRoutine;
        this.code = code;
        this.returns = returns;
        Set<Long> starts = starts(entry);
        List<List<Long>> next = new ArrayList<>();
        Deque<Long> open = new ArrayDeque<>(List.of(entry));
        numbers.put(entry, 0);
        while (!open.isEmpty()) {
            List<Long> successors = new ArrayList<>();
            blocks.add(read(open.remove(), starts, successors));
            next.add(successors);
            for (long successor : successors) {
                if (!numbers.containsKey(successor)) {
                    numbers.put(successor, numbers.size());
                    open.add(successor);
                }
            }
        }
        int[][] edges = new int[blocks.size()][];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = next.get(i).stream().mapToInt(numbers::get).distinct().toArray();
        }
        flow = new ControlFlow(edges);
    }

    ControlFlow flow() {
        return flow;
    }

    int size() {
        return blocks.size();
    }

    Block block(int number) {
        return blocks.get(number);
    }

    /**
     * Where blocks begin: at whatever is jumped to, and behind what jumps or calls. Finds where jumps through registers lead, by following what
     * registers hold along all ways.
     */
    private Set<Long> starts(long entry) {
        Map<Long, KnownRegisters> known = new TreeMap<>(Map.of(entry, new KnownRegisters()));
        Deque<Long> open = new ArrayDeque<>(List.of(entry));
        while (!open.isEmpty()) {
            long at = open.remove();
            KnownRegisters registers = known.get(at).copy();
            while (true) {
                Instruction instruction = code.at(at);
                if (instruction.kind() == Kind.INDIRECT && !isFar(instruction)) {
                    indirect.put(at, code.targets(instruction, registers));
                }
                registers.follow(instruction);
                List<Long> successors = successors(instruction);
                boolean plain = successors.size() == 1
                        && successors.getFirst() == instruction.next()
                        && callee(instruction) == 0
                        && !known.containsKey(instruction.next());
                if (!plain) {
                    for (long successor : successors) {
                        if (!known.containsKey(successor)) {
                            known.put(successor, registers.copy());
                            open.add(successor);
                        } else if (known.get(successor).restrict(registers)) {
                            open.add(successor);
                        }
                    }
                    break;
                }
                at = instruction.next();
            }
        }
        return known.keySet();
    }

    private Block read(long start, Set<Long> starts, List<Long> successors) {
        List<Instruction> instructions = new ArrayList<>();
        long at = start;
        while (true) {
            Instruction instruction = code.at(at);
            instructions.add(instruction);
            long callee = callee(instruction);
            List<Long> next = successors(instruction);
            boolean plain = next.size() == 1 && next.getFirst() == instruction.next() && callee == 0;
            if (!plain || starts.contains(instruction.next())) {
                successors.addAll(next);
                return new Block(
                        instructions, callee, next.isEmpty() && (callee == 0 || instruction.kind() == Kind.JUMP));
            }
            at = instruction.next();
        }
    }

    private long callee(Instruction instruction) {
        return switch (instruction.kind()) {
            case CALL -> instruction.target();
            case JUMP -> isRoutine.test(instruction.target()) ? instruction.target() : 0;
            case INDIRECT_CALL -> farTarget(instruction);
            default -> 0;
        };
    }

    private List<Long> successors(Instruction instruction) {
        return switch (instruction.kind()) {
            case BRANCH -> List.of(instruction.next(), instruction.target());
            case JUMP -> isRoutine.test(instruction.target()) ? List.of() : List.of(instruction.target());
            case INDIRECT ->
                isFar(instruction) ? List.of(farTarget(instruction)) : List.copyOf(indirect.get(instruction.address()));
            case RETURN, LEAVE -> List.of();
            case CALL, INDIRECT_CALL -> returns.test(callee(instruction)) ? List.of(instruction.next()) : List.of();
            default -> List.of(instruction.next());
        };
    }

    /** A call or jump over a long distance is {@code auipc} and, directly behind it, {@code jalr}. */
    private boolean isFar(Instruction jump) {
        Instruction before = code.isCode(jump.address() - 4) ? code.at(jump.address() - 4) : jump;
        return jump.bytes() == 4
                && before.kind() == Kind.CONSTANT
                && before.destination() == jump.source()
                && before.next() == jump.address();
    }

    private long farTarget(Instruction jump) {
        if (!isFar(jump)) {
            throw new LinkException("a call through a register at 0x" + Long.toHexString(jump.address()) + " in "
                    + code.function(jump.address()));
        }
        return code.at(jump.address() - 4).target() + jump.target();
    }
}
