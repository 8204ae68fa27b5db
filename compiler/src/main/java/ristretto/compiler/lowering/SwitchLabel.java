package ristretto.compiler.lowering;

import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.util.List;

/** One label of a pattern switch, read from a static argument of {@code java.lang.runtime.SwitchBootstraps}. */
sealed interface SwitchLabel {
    /** Matches every object, or value, of the type. */
    record OfType(ClassDesc type) implements SwitchLabel {}

    /** Matches the equal string. */
    record OfString(String text) implements SwitchLabel {}

    /** Matches an {@code Integer} or a {@code Character} of that value. */
    record OfNumber(int value) implements SwitchLabel {}

    /** Matches one constant of an enum. */
    record OfEnum(ClassDesc type, String name) implements SwitchLabel {}

    static SwitchLabel of(ConstantDesc argument, InvokeDynamicInstruction instruction) throws UnsupportedSite {
        return switch (argument) {
            case ClassDesc type when !type.isPrimitive() -> new OfType(type);
            case String text -> new OfString(text);
            case Integer value -> new OfNumber(value);
            case DynamicConstantDesc<?> type
            when type.bootstrapMethod().equals(ConstantDescs.BSM_PRIMITIVE_CLASS) ->
                new OfType(ClassDesc.ofDescriptor(type.constantName()));
            case DynamicConstantDesc<?> computed -> ofEnum(computed, instruction);
            default -> throw new UnsupportedSite(instruction, "label " + argument + " is a preview feature");
        };
    }

    /** Whether all labels are this primitive type. */
    static boolean allAre(ClassDesc primitive, List<ConstantDesc> arguments) {
        return arguments.stream()
                .allMatch(argument -> argument instanceof DynamicConstantDesc<?> constant
                        && constant.bootstrapMethod().equals(ConstantDescs.BSM_PRIMITIVE_CLASS)
                        && constant.constantName().equals(primitive.descriptorString()));
    }

    /**
     * javac names an enum constant without touching its class: EnumDesc.of(ClassDesc.of("binary.Name"), "CONSTANT").
     */
    private static SwitchLabel ofEnum(DynamicConstantDesc<?> computed, InvokeDynamicInstruction instruction)
            throws UnsupportedSite {
        List<ConstantDesc> call = callOf(computed, "Ljava/lang/Enum$EnumDesc;");
        if (call.size() == 2
                && call.getFirst() instanceof DynamicConstantDesc<?> type
                && call.getLast() instanceof String name) {
            List<ConstantDesc> typeCall = callOf(type, "Ljava/lang/constant/ClassDesc;");
            if (typeCall.size() == 1 && typeCall.getFirst() instanceof String binaryName) {
                return new OfEnum(ClassDesc.of(binaryName), name);
            }
        }
        throw new UnsupportedSite(
                instruction, "label " + computed + " is neither a class, a constant nor an enum constant");
    }

    /**
     * The arguments of a constant that is computed by calling the static method {@code of} of that type; empty if it is
     * not such a one.
     */
    private static List<ConstantDesc> callOf(DynamicConstantDesc<?> constant, String ownerDescriptor) {
        if (!constant.bootstrapMethod().equals(ConstantDescs.BSM_INVOKE)) {
            return List.of();
        }
        List<ConstantDesc> arguments = constant.bootstrapArgsList();
        return arguments.getFirst() instanceof DirectMethodHandleDesc called
                        && called.methodName().equals("of")
                        && called.owner().descriptorString().equals(ownerDescriptor)
                ? arguments.subList(1, arguments.size())
                : List.of();
    }
}
