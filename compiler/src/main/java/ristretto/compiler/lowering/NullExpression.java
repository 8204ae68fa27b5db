package ristretto.compiler.lowering;

import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.stream.Collectors;

/**
 * Writes the expression that was null, going back from an operand to the instructions that made it, five steps at most
 * as HotSpot does.
 */
final class NullExpression {
    private static final int DEEPEST = 5;

    private final OperandSources sources;
    private final boolean isStatic;
    private final MethodTypeDesc methodType;

    NullExpression(OperandSources sources, boolean isStatic, MethodTypeDesc methodType) {
        this.sources = sources;
        this.isStatic = isStatic;
        this.methodType = methodType;
    }

    /**
     * Appends {@code because … is null} if there is an expression for the slot of the stack before that instruction.
     */
    void appendCause(StringBuilder message, int index, int slot) {
        StringBuilder expression = new StringBuilder();
        if (!append(expression, index, slot, DEEPEST)) {
            return;
        }
        int source = sources.before(index).source(slot);
        boolean returned = sources.instruction(source) instanceof InvokeInstruction;
        message.append(returned ? " because the return value of \"" : " because \"");
        message.append(expression).append("\" is null");
    }

    /** Class, name and parameters of a method, the two best known classes without their package. */
    static String methodName(InvokeInstruction call) {
        String parameters = call.typeSymbol().parameterList().stream()
                .map(NullExpression::typeName)
                .collect(Collectors.joining(", "));
        return className(call.owner()) + "." + call.name().stringValue() + "(" + parameters + ")";
    }

    private boolean append(StringBuilder out, int index, int slot, int depth) {
        OperandStack stack = sources.before(index);
        if (depth == 0 || stack == null || stack.source(slot) == OperandStack.UNKNOWN) {
            return false;
        }
        int source = stack.source(slot);
        switch (sources.instruction(source)) {
            case LoadInstruction load
            when isNameable(load) -> appendLocal(out, source, load.slot(), !stack.wasWritten(load.slot()));
            case ConstantInstruction constant
            when isSmall(constant) ->
                out.append(constant.typeKind() == TypeKind.REFERENCE ? "null" : constant.constantValue());
            case ArrayLoadInstruction load
            when load.typeKind() == TypeKind.INT || load.typeKind() == TypeKind.REFERENCE -> {
                appendOr(out, source, 1, depth - 1, "<array>");
                out.append('[');
                appendOr(out, source, 0, depth, "...");
                out.append(']');
            }
            case FieldInstruction field -> appendField(out, field, source, depth);
            case InvokeInstruction call -> out.append(methodName(call));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void appendOr(StringBuilder out, int index, int slot, int depth, String placeholder) {
        if (!append(out, index, slot, depth)) {
            out.append(placeholder);
        }
    }

    private void appendField(StringBuilder out, FieldInstruction field, int source, int depth) {
        switch (field.opcode()) {
            case GETSTATIC -> out.append(className(field.owner())).append('.');
            default -> {
                if (append(out, source, 0, depth - 1)) {
                    out.append('.');
                }
            }
        }
        out.append(field.name().stringValue());
    }

    /** Without names in the class file a parameter is known by its number as long as its slot holds it. */
    private void appendLocal(StringBuilder out, int index, int slot, boolean unwritten) {
        String name = sources.variableName(index, slot);
        if (name != null) {
            out.append(name);
        } else if (!isStatic && slot == 0 && unwritten) {
            out.append("this");
        } else {
            int parameter = parameterAt(slot);
            out.append(unwritten && parameter > 0 ? "<parameter" + parameter : "<local" + slot)
                    .append('>');
        }
    }

    /** Number, from 1, of the parameter in that slot; 0 if there is none. */
    private int parameterAt(int slot) {
        int first = isStatic ? 0 : 1;
        for (int at = 0; at < methodType.parameterCount(); at++) {
            int next = first + TypeKind.from(methodType.parameterType(at)).slotSize();
            if (slot >= first && slot < next) {
                return at + 1;
            }
            first = next;
        }
        return 0;
    }

    private static boolean isNameable(LoadInstruction load) {
        return load.typeKind() == TypeKind.REFERENCE || load.typeKind() == TypeKind.INT;
    }

    /** Null and the integers that an instruction holds itself; those from the constant pool are not written. */
    private static boolean isSmall(ConstantInstruction constant) {
        boolean fromPool = constant instanceof ConstantInstruction.LoadConstantInstruction;
        return !fromPool && (constant.typeKind() == TypeKind.REFERENCE || constant.typeKind() == TypeKind.INT);
    }

    private static String className(ClassEntry owner) {
        return wellKnown(owner.asInternalName().replace('/', '.'));
    }

    private static String typeName(ClassDesc type) {
        if (type.isArray()) {
            return typeName(type.componentType()) + "[]";
        }
        if (type.isPrimitive()) {
            return type.displayName();
        }
        String descriptor = type.descriptorString();
        return wellKnown(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
    }

    private static String wellKnown(String name) {
        return name.equals("java.lang.String") || name.equals("java.lang.Object")
                ? name.substring("java.lang.".length())
                : name;
    }
}
