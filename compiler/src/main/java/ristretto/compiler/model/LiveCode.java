package ristretto.compiler.model;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which elements of a body some path from its beginning reaches; handlers are reached from all that they cover. Where it is known which
 * classes have instances, the side of an {@code instanceof} that only instances of a class without any would take is not
 * reached, and neither is the handler of an exception that nobody makes. Of a call that always answers false it is the side where it answered true.
 */
public final class LiveCode {
    private final List<CodeElement> elements;
    private final Map<Label, Integer> places = new HashMap<>();
    private final List<ExceptionCatch> catches = new ArrayList<>();
    private final Deque<Integer> work = new ArrayDeque<>();
    private final boolean[] live;
    private final Predicate<String> hasInstances;
    private final Predicate<InvokeInstruction> isFalse;

    /**
     * @param hasInstances told a class by its internal name
     * @param isFalse told a call that answers a boolean
     */
    public LiveCode(List<CodeElement> elements, Predicate<String> hasInstances, Predicate<InvokeInstruction> isFalse) {
        this.elements = elements;
        this.hasInstances = hasInstances;
        this.isFalse = isFalse;
        this.live = new boolean[elements.size()];
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof LabelTarget target) {
                places.put(target.label(), i);
            } else if (elements.get(i) instanceof ExceptionCatch handler) {
                catches.add(handler);
            }
        }
    }

    public boolean[] find() {
        work.add(0);
        while (!work.isEmpty()) {
            follow(work.remove());
        }
        return live;
    }

    private void follow(int start) {
        int at = start;
        boolean goesOn = true;
        while (goesOn && at < live.length && !live[at]) {
            live[at] = true;
            for (ExceptionCatch handler : catches) {
                if (at >= places.get(handler.tryStart())
                        && at < places.get(handler.tryEnd())
                        && handler.catchType()
                                .map(type -> hasInstances.test(type.asInternalName()))
                                .orElse(true)) {
                    reach(handler.handler());
                }
            }
            goesOn = isZero(at - 1) ? goesOnWithZero(elements.get(at)) : goesOn(elements.get(at));
            at++;
        }
    }

    private boolean isZero(int at) {
        return at >= 0
                && switch (elements.get(at)) {
                    case TypeCheckInstruction check ->
                        check.opcode() == Opcode.INSTANCEOF
                                && !hasInstances.test(check.type().asInternalName());
                    case InvokeInstruction call -> call.type().equalsString("()Z") && isFalse.test(call);
                    default -> false;
                };
    }

    /** As {@link #goesOn}, for the element behind a test whose result is 0. */
    private boolean goesOnWithZero(CodeElement element) {
        if (element instanceof BranchInstruction branch && branch.opcode() == Opcode.IFEQ) {
            reach(branch.target());
            return false;
        }
        return element instanceof BranchInstruction branch && branch.opcode() == Opcode.IFNE || goesOn(element);
    }

    /** Takes the jumps of an element; whether the next one follows it. */
    private boolean goesOn(CodeElement element) {
        switch (element) {
            case BranchInstruction branch -> {
                reach(branch.target());
                return branch.opcode() != Opcode.GOTO && branch.opcode() != Opcode.GOTO_W;
            }
            case TableSwitchInstruction table -> {
                reach(table.defaultTarget());
                table.cases().forEach(each -> reach(each.target()));
                return false;
            }
            case LookupSwitchInstruction lookup -> {
                reach(lookup.defaultTarget());
                lookup.cases().forEach(each -> reach(each.target()));
                return false;
            }
            default -> {
                return !(element instanceof ReturnInstruction || element instanceof ThrowInstruction);
            }
        }
    }

    private void reach(Label label) {
        if (!live[places.get(label)]) {
            work.add(places.get(label));
        }
    }
}
