package ristretto.compiler.lowering;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ristretto.compiler.model.CompleteSwitches;

/**
 * Which instruction pushed each operand of each instruction of a method. Instructions are counted from 0 in the order
 * of the code.
 *
 * <p>HotSpot reads the code front to back until it first arrives at the instruction in question, and forgets what a
 * later backward branch would add; so the stack of an instruction is the one of the first arrival. Exactness here means
 * the same imprecision.
 */
final class OperandSources {
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<LocalVariable> variables = new ArrayList<>();
    private final Map<Label, Integer> positions = new HashMap<>();
    private final OperandStack[] current;
    private final OperandStack[] atArrival;

    OperandSources(CodeModel code) {
        for (CodeElement element : CompleteSwitches.elements(code)) {
            switch (element) {
                case Instruction instruction -> instructions.add(instruction);
                case LabelTarget target -> positions.put(target.label(), instructions.size());
                case LocalVariable variable -> variables.add(variable);
                default -> {}
            }
        }
        current = new OperandStack[instructions.size() + 1];
        atArrival = new OperandStack[instructions.size()];
        current[0] = new OperandStack();
        for (ExceptionCatch handler : code.exceptionHandlers()) {
            int position = positions.get(handler.handler());
            OperandStack caught = new OperandStack();
            caught.push(position, 1);
            current[position] = caught;
        }
        while (pass()) {}
    }

    Instruction instruction(int index) {
        return instructions.get(index);
    }

    /** The stack before an instruction; null if it cannot be reached. */
    OperandStack before(int index) {
        return atArrival[index];
    }

    /** Name of the local variable that lives in that slot there; null where the class file has no names. */
    String variableName(int index, int slot) {
        for (LocalVariable variable : variables) {
            if (variable.slot() == slot
                    && index >= positions.get(variable.startScope())
                    && index < positions.get(variable.endScope())) {
                return variable.name().stringValue();
            }
        }
        return null;
    }

    /** Once over the code; true if that reached new instructions, but not yet all. */
    private boolean pass() {
        boolean reachedMore = false;
        boolean missedSome = false;
        for (int index = 0; index < atArrival.length; index++) {
            if (current[index] == null) {
                missedSome = true;
                continue;
            }
            if (atArrival[index] == null) {
                atArrival[index] = current[index].copy();
                reachedMore = true;
            }
            step(index);
        }
        return reachedMore && missedSome;
    }

    private void step(int index) {
        Instruction instruction = instructions.get(index);
        OperandStack stack = current[index].copy();
        OperandEffect.apply(stack, instruction, index);
        switch (instruction) {
            case ReturnInstruction _, ThrowInstruction _ -> {}
            case BranchInstruction branch -> {
                if (!isGoto(branch)) {
                    flowTo(index + 1, stack);
                }
                flowTo(positions.get(branch.target()), stack);
            }
            case TableSwitchInstruction table -> flowToCases(table.defaultTarget(), table.cases(), stack);
            case LookupSwitchInstruction lookup -> flowToCases(lookup.defaultTarget(), lookup.cases(), stack);
            default -> flowTo(index + 1, stack);
        }
    }

    private void flowToCases(Label defaultTarget, List<SwitchCase> cases, OperandStack stack) {
        flowTo(positions.get(defaultTarget), stack);
        for (SwitchCase one : cases) {
            flowTo(positions.get(one.target()), stack);
        }
    }

    /** What one target knows goes on to the next target of the same instruction, as it does in HotSpot. */
    private void flowTo(int target, OperandStack stack) {
        if (current[target] != null) {
            stack.merge(current[target]);
        }
        current[target] = stack.copy();
    }

    private static boolean isGoto(BranchInstruction branch) {
        return switch (branch.opcode()) {
            case GOTO, GOTO_W -> true;
            default -> false;
        };
    }
}
