package ristretto.compiler.lowering;

import java.lang.classfile.ClassFile;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.ConstantDescs;

/**
 * The text of a {@code NullPointerException} that the machine raises, as HotSpot writes it (JEP 358): what could not be
 * done, and which expression was null. The class file alone determines it, so it is made at build time.
 *
 * <p>One object serves one method; its code is analysed once.
 */
public final class NullMessages {
    private static final int CANNOT_FAIL = -1;

    private final OperandSources sources;
    private final NullExpression expression;

    private NullMessages(MethodModel method) {
        this.sources = new OperandSources(method.code().orElseThrow());
        boolean isStatic = (method.flags().flagsMask() & ClassFile.ACC_STATIC) != 0;
        this.expression = new NullExpression(sources, isStatic, method.methodTypeSymbol());
    }

    /** For all the messages of one method, which must have code. */
    public static NullMessages of(MethodModel method) {
        return new NullMessages(method);
    }

    /** As {@link #describe(int)}, for a single message. */
    public static String describe(MethodModel method, int instructionIndex) {
        return of(method).describe(instructionIndex);
    }

    /**
     * The message for a null dereference at an instruction, or null where HotSpot gives none.
     *
     * @param instructionIndex counted from 0 among the {@code Instruction} elements of the code
     */
    public String describe(int instructionIndex) {
        Instruction instruction = sources.instruction(instructionIndex);
        int slot = dereferencedSlot(instruction);
        if (slot == CANNOT_FAIL) {
            return null;
        }
        StringBuilder message = new StringBuilder(failedAction(instruction));
        expression.appendCause(message, instructionIndex, slot);
        return message.toString();
    }

    /** Where the reference lies below the top of the operand stack. */
    private static int dereferencedSlot(Instruction instruction) {
        return switch (instruction) {
            case FieldInstruction field ->
                switch (field.opcode()) {
                    case GETFIELD -> 0;
                    case PUTFIELD -> TypeKind.from(field.typeSymbol()).slotSize();
                    default -> CANNOT_FAIL;
                };
            case InvokeInstruction call ->
                switch (call.opcode()) {
                    case INVOKESTATIC -> CANNOT_FAIL;
                    default ->
                        call.name().equalsString(ConstantDescs.INIT_NAME)
                                ? CANNOT_FAIL
                                : OperandEffect.argumentSlots(call.typeSymbol());
                };
            case ArrayLoadInstruction _ -> 1;
            case ArrayStoreInstruction store -> 1 + store.typeKind().slotSize();
            case OperatorInstruction operator ->
                switch (operator.opcode()) {
                    case ARRAYLENGTH -> 0;
                    default -> CANNOT_FAIL;
                };
            case ThrowInstruction _, MonitorInstruction _ -> 0;
            default -> CANNOT_FAIL;
        };
    }

    private static String failedAction(Instruction instruction) {
        return switch (instruction) {
            case FieldInstruction field ->
                switch (field.opcode()) {
                    case GETFIELD -> "Cannot read field \"" + field.name().stringValue() + '"';
                    default -> "Cannot assign field \"" + field.name().stringValue() + '"';
                };
            case InvokeInstruction call -> "Cannot invoke \"" + NullExpression.methodName(call) + '"';
            case ArrayLoadInstruction load -> "Cannot load from " + elementName(load.typeKind()) + " array";
            case ArrayStoreInstruction store -> "Cannot store to " + elementName(store.typeKind()) + " array";
            case OperatorInstruction _ -> "Cannot read the array length";
            case ThrowInstruction _ -> "Cannot throw exception";
            case MonitorInstruction monitor ->
                switch (monitor.opcode()) {
                    case MONITORENTER -> "Cannot enter synchronized block";
                    default -> "Cannot exit synchronized block";
                };
            default -> throw new IllegalStateException(instruction.toString());
        };
    }

    private static String elementName(TypeKind element) {
        return switch (element) {
            case REFERENCE -> "object";
            case BYTE, BOOLEAN -> "byte/boolean";
            default -> element.upperBound().displayName();
        };
    }
}
