package ristretto.compiler.time;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import ristretto.compiler.link.ControlFlow;
import ristretto.compiler.link.LinkException;
import ristretto.compiler.link.SourcePlaces.Place;

/**
 * Leaves out what one call does not come through: the other cases of a method's switch, or the lines at which a method calls another one.
 * Code that the compiler shares between such lines has no line, and stays in.
 */
public final class Selection {
    private final List<Path> classes;
    /** By method, as in {@link Place}. */
    private final Map<String, Set<Integer>> leftOut = new HashMap<>();

    /** @param classes folders of the classes that the image was made of */
    public Selection(List<Path> classes) {
        this.classes = classes;
    }

    /**
     * Of the method's switch only the code for this value stays, which may be its default's.
     *
     * @param type name of a class, with slashes
     */
    public Selection onlyCase(String type, String method, int value) throws IOException {
        return leaveOut(type, method, code(type, method), instruction -> {
            if (!(instruction instanceof TableSwitchInstruction || instruction instanceof LookupSwitchInstruction)) {
                return null;
            }
            List<SwitchCase> cases = instruction instanceof TableSwitchInstruction table
                    ? table.cases()
                    : ((LookupSwitchInstruction) instruction).cases();
            Label otherwise = instruction instanceof TableSwitchInstruction table
                    ? table.defaultTarget()
                    : ((LookupSwitchInstruction) instruction).defaultTarget();
            return cases.stream()
                    .filter(one -> one.caseValue() == value)
                    .map(SwitchCase::target)
                    .findFirst()
                    .map(List::of)
                    .orElse(List.of(otherwise));
        });
    }

    /** Calls of this method, which is named like {@code Faults.raise}, are left out, with all that leads to nothing else. */
    public Selection without(String type, String method, String callee) throws IOException {
        return leaveOut(
                type,
                method,
                code(type, method),
                instruction -> instruction instanceof InvokeInstruction invoke
                                && (simple(invoke.owner().asInternalName()) + "." + invoke.name()).equals(callee)
                        ? List.of()
                        : null);
    }

    /** @param restriction to which labels alone an instruction leads, or null for one that is as it is */
    private Selection leaveOut(
            String type, String method, List<CodeElement> code, Function<CodeElement, List<Label>> restriction) {
        Map<Label, Integer> labels = new HashMap<>();
        for (int i = 0; i < code.size(); i++) {
            if (code.get(i) instanceof LabelTarget target) {
                labels.put(target.label(), i);
            }
        }
        int[][] next = new int[code.size()][];
        BitSet ends = new BitSet();
        boolean isRestricted = false;
        for (int i = 0; i < next.length; i++) {
            List<Label> only = restriction.apply(code.get(i));
            isRestricted |= only != null;
            next[i] = only == null
                    ? successors(code.get(i), i, next.length - 1, labels)
                    : only.stream().mapToInt(labels::get).toArray();
            ends.set(i, only == null && next[i].length == 0);
        }
        if (!isRestricted) {
            throw new LinkException("nothing to leave out of " + type + "." + method);
        }
        ControlFlow flow = new ControlFlow(next);
        BitSet useful = reachable(BitSet.valueOf(new long[] {1}), flow::successors);
        useful.and(reachable(
                ends, at -> flow.predecessors(at).stream().mapToInt(i -> i).toArray()));
        Set<Integer> kept = new HashSet<>();
        Set<Integer> others = new HashSet<>();
        int line = 0;
        for (int i = 0; i < next.length; i++) {
            if (code.get(i) instanceof LineNumber number) {
                line = number.line();
            } else if (code.get(i) instanceof java.lang.classfile.Instruction) {
                (useful.get(i) ? kept : others).add(line);
            }
        }
        others.removeAll(kept);
        leftOut.computeIfAbsent(type.replace('/', '.') + "." + method, m -> new HashSet<>())
                .addAll(others);
        return this;
    }

    private static int[] successors(CodeElement element, int at, int last, Map<Label, Integer> labels) {
        return switch (element) {
            case BranchInstruction branch
            when branch.opcode() == Opcode.GOTO || branch.opcode() == Opcode.GOTO_W ->
                new int[] {labels.get(branch.target())};
            case BranchInstruction branch -> new int[] {labels.get(branch.target()), at + 1};
            case TableSwitchInstruction table -> targets(table.defaultTarget(), table.cases(), labels);
            case LookupSwitchInstruction lookup -> targets(lookup.defaultTarget(), lookup.cases(), labels);
            case ReturnInstruction ignored -> new int[0];
            case ThrowInstruction ignored -> new int[0];
            default -> at == last ? new int[0] : new int[] {at + 1};
        };
    }

    private static int[] targets(Label otherwise, List<SwitchCase> cases, Map<Label, Integer> labels) {
        return IntStream.concat(
                        IntStream.of(labels.get(otherwise)), cases.stream().mapToInt(one -> labels.get(one.target())))
                .toArray();
    }

    private static BitSet reachable(BitSet starts, IntFunction<int[]> next) {
        BitSet found = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(starts.stream().boxed().toList());
        while (!open.isEmpty()) {
            int at = open.remove();
            if (!found.get(at)) {
                found.set(at);
                Arrays.stream(next.apply(at)).forEach(open::add);
            }
        }
        return found;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private static boolean isOfCode(CodeElement element) {
        return element instanceof java.lang.classfile.Instruction
                || element instanceof LabelTarget
                || element instanceof LineNumber;
    }

    private List<CodeElement> code(String type, String method) throws IOException {
        for (Path folder : classes) {
            Path file = folder.resolve(type + ".class");
            if (Files.exists(file)) {
                for (MethodModel model : ClassFile.of().parse(file).methods()) {
                    if (model.methodName().equalsString(method)) {
                        return model.code()
                                .orElseThrow()
                                .elementStream()
                                .filter(Selection::isOfCode)
                                .toList();
                    }
                }
            }
        }
        throw new LinkException("no method " + type + "." + method);
    }

    /**
     * Whether a block comes from lines that are left out: one of its stores or calls does, which the compiler never makes before it is decided that
     * they are made, or all does that has a line in these methods.
     *
     * @param places of an instruction, the outermost first
     */
    boolean leavesOut(Procedure.Block block, Function<Instruction, List<Place>> places) {
        boolean some = false;
        boolean all = true;
        for (Instruction instruction : block.instructions()) {
            boolean known = false;
            boolean out = false;
            for (Place place : places.apply(instruction)) {
                Set<Integer> lines = leftOut.get(place.method());
                if (lines != null && place.line() != 0) {
                    known = true;
                    out |= lines.contains(place.line());
                }
            }
            if (out && isNeverEarly(instruction.kind())) {
                return true;
            }
            some |= out;
            all &= out || !known;
        }
        return some && all;
    }

    private static boolean isNeverEarly(Instruction.Kind kind) {
        return switch (kind) {
            case STORE, CALL, INDIRECT_CALL -> true;
            default -> false;
        };
    }
}
