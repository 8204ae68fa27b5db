package ristretto.compiler.promise;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the code that only makes an exception and throws it: from there every path ends in a {@code throw}. A promise speaks of runs in
 * which nothing is thrown, so that a method may check its arguments and say what is wrong with them.
 */
final class ThrowingCode {
    private final List<CodeElement> elements;
    private final Map<Label, Integer> places = new HashMap<>();
    private final boolean[] throwing;

    private ThrowingCode(List<CodeElement> elements) {
        this.elements = elements;
        this.throwing = new boolean[elements.size()];
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof LabelTarget target) {
                places.put(target.label(), i);
            }
        }
    }

    /** The body without its instructions that only lead to a throw; labels and line numbers stay. */
    static List<CodeElement> without(List<CodeElement> elements) {
        ThrowingCode code = new ThrowingCode(elements);
        code.find();
        List<CodeElement> rest = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            if (!code.throwing[i] || !(elements.get(i) instanceof Instruction)) {
                rest.add(elements.get(i));
            }
        }
        return rest;
    }

    /** The least fixed point: a loop that could only be left by a throw is no throwing code, because it turns before that. */
    private void find() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = elements.size() - 1; i >= 0; i--) {
                if (!throwing[i] && leadsToThrow(i)) {
                    throwing[i] = true;
                    changed = true;
                }
            }
        }
    }

    private boolean leadsToThrow(int place) {
        return switch (elements.get(place)) {
            case ThrowInstruction _ -> true;
            case ReturnInstruction _ -> false;
            case BranchInstruction branch -> {
                boolean isGoto = branch.opcode() == Opcode.GOTO || branch.opcode() == Opcode.GOTO_W;
                yield throwsAt(branch.target()) && (isGoto || throwsAfter(place));
            }
            case TableSwitchInstruction table -> throwsAt(table.defaultTarget(), table.cases());
            case LookupSwitchInstruction lookup -> throwsAt(lookup.defaultTarget(), lookup.cases());
            default -> throwsAfter(place);
        };
    }

    private boolean throwsAfter(int place) {
        return place + 1 < throwing.length && throwing[place + 1];
    }

    private boolean throwsAt(Label label) {
        return throwing[places.get(label)];
    }

    private boolean throwsAt(Label otherwise, List<SwitchCase> cases) {
        return throwsAt(otherwise) && cases.stream().allMatch(one -> throwsAt(one.target()));
    }
}
