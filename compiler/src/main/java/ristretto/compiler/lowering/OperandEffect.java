package ristretto.compiler.lowering;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** What each instruction does to an {@link OperandStack}. */
final class OperandEffect {
    private OperandEffect() {}

    /** Slots that the arguments of a method take, receiver aside. */
    static int argumentSlots(MethodTypeDesc type) {
        int slots = 0;
        for (ClassDesc parameter : type.parameterList()) {
            slots += TypeKind.from(parameter).slotSize();
        }
        return slots;
    }

    static void apply(OperandStack stack, Instruction instruction, int index) {
        switch (instruction) {
            case LoadInstruction load -> stack.push(index, load.typeKind().slotSize());
            case ConstantInstruction constant ->
                stack.push(index, constant.typeKind().slotSize());
            case StoreInstruction store -> {
                stack.markWritten(store.slot());
                stack.pop(store.typeKind().slotSize());
            }
            case FieldInstruction field -> applyField(stack, field, index);
            case InvokeInstruction call -> {
                boolean receiver = call.opcode() != Opcode.INVOKESTATIC;
                applyCall(stack, call.typeSymbol(), receiver ? 1 : 0, index);
            }
            case InvokeDynamicInstruction call -> applyCall(stack, call.typeSymbol(), 0, index);
            case ArrayLoadInstruction load ->
                replace(stack, 2, index, load.typeKind().slotSize());
            case ArrayStoreInstruction store -> stack.pop(2 + store.typeKind().slotSize());
            case OperatorInstruction operator -> applyOperator(stack, operator, index);
            case ConvertInstruction conversion ->
                replace(
                        stack,
                        conversion.fromType().slotSize(),
                        index,
                        conversion.toType().slotSize());
            case StackInstruction moved -> applyMove(stack, moved);
            case NewObjectInstruction _ -> stack.push(index, 1);
            case NewPrimitiveArrayInstruction _, NewReferenceArrayInstruction _ -> replace(stack, 1, index, 1);
            case NewMultiArrayInstruction array -> replace(stack, array.dimensions(), index, 1);
            // A cast leaves the value where it was: the message speaks of what was cast.
            case TypeCheckInstruction check -> {
                if (check.opcode() == Opcode.INSTANCEOF) {
                    replace(stack, 1, index, 1);
                }
            }
            case BranchInstruction branch -> stack.pop(branchOperands(branch));
            case TableSwitchInstruction _, LookupSwitchInstruction _, MonitorInstruction _ -> stack.pop(1);
            // Increments and nops leave the stack alone; returns and throws end it.
            default -> {}
        }
    }

    private static void applyField(OperandStack stack, FieldInstruction field, int index) {
        int slots = TypeKind.from(field.typeSymbol()).slotSize();
        switch (field.opcode()) {
            case GETSTATIC -> stack.push(index, slots);
            case PUTSTATIC -> stack.pop(slots);
            case GETFIELD -> replace(stack, 1, index, slots);
            default -> stack.pop(1 + slots);
        }
    }

    private static void applyCall(OperandStack stack, MethodTypeDesc type, int receiverSlots, int index) {
        replace(
                stack,
                argumentSlots(type) + receiverSlots,
                index,
                TypeKind.from(type.returnType()).slotSize());
    }

    private static void applyOperator(OperandStack stack, OperatorInstruction operator, int index) {
        int slots = operator.typeKind().slotSize();
        switch (operator.opcode()) {
            case ARRAYLENGTH, INEG, LNEG, FNEG, DNEG -> replace(stack, slots, index, slots);
            case ISHL, LSHL, ISHR, LSHR, IUSHR, LUSHR -> replace(stack, 1 + slots, index, slots);
            case LCMP, FCMPL, FCMPG, DCMPL, DCMPG -> replace(stack, 2 * slots, index, 1);
            default -> replace(stack, 2 * slots, index, slots);
        }
    }

    private static void applyMove(OperandStack stack, StackInstruction moved) {
        switch (moved.opcode()) {
            case POP -> stack.pop(1);
            case POP2 -> stack.pop(2);
            case DUP -> stack.duplicate(1, 0);
            case DUP_X1 -> stack.duplicate(1, 1);
            case DUP_X2 -> stack.duplicate(1, 2);
            case DUP2 -> stack.duplicate(2, 0);
            case DUP2_X1 -> stack.duplicate(2, 1);
            case DUP2_X2 -> stack.duplicate(2, 2);
            default -> stack.swap();
        }
    }

    private static int branchOperands(BranchInstruction branch) {
        return switch (branch.opcode()) {
            case GOTO, GOTO_W -> 0;
            case IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE, IF_ACMPEQ, IF_ACMPNE -> 2;
            default -> 1;
        };
    }

    private static void replace(OperandStack stack, int popped, int index, int pushed) {
        stack.pop(popped);
        stack.push(index, pushed);
    }
}
