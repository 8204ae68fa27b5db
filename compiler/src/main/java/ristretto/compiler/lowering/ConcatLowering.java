package ristretto.compiler.lowering;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;

/** String concatenation ({@code java.lang.invoke.StringConcatFactory}) as appends to a {@code StringBuilder}. */
final class ConcatLowering {
    private static final char ARGUMENT = '\u0001';
    private static final char CONSTANT = '\u0002';

    private ConcatLowering() {}

    static byte[] lower(ClassDesc site, InvokeDynamicInstruction instruction) throws UnsupportedSite {
        MethodTypeDesc type = instruction.typeSymbol();
        List<ConstantDesc> arguments = instruction.bootstrapArgs();
        boolean plain = instruction.bootstrapMethod().methodName().equals("makeConcat");
        String recipe = plain ? String.valueOf(ARGUMENT).repeat(type.parameterCount()) : (String) arguments.getFirst();

        TextEmitter text = new TextEmitter();
        int parameter = 0;
        int slot = 0;
        int constant = 1;
        for (int at = 0; at < recipe.length(); at++) {
            char tag = recipe.charAt(at);
            if (tag == ARGUMENT) {
                ClassDesc argument = type.parameterType(parameter++);
                text.value(argument, loadLocal(argument, slot));
                slot += TypeKind.from(argument).slotSize();
            } else if (tag == CONSTANT) {
                addConstant(text, arguments.get(constant++), instruction);
            } else {
                text.literal(String.valueOf(tag));
            }
        }
        return SiteClass.build(site, type, code -> {
            text.emit(code);
            code.areturn();
        });
    }

    private static Consumer<CodeBuilder> loadLocal(ClassDesc type, int slot) {
        return code -> code.loadLocal(TypeKind.from(type), slot);
    }

    private static void addConstant(TextEmitter text, ConstantDesc constant, InvokeDynamicInstruction instruction)
            throws UnsupportedSite {
        switch (constant) {
            case String string -> text.literal(string);
            case Number number -> text.literal(number.toString());
            // Only the class itself knows whether its text begins with "class" or "interface".
            case ClassDesc type
            when !type.isPrimitive() -> text.value(ConstantDescs.CD_Class, code -> code.loadConstant(type));
            default ->
                throw new UnsupportedSite(instruction, "constant " + constant + " in a concatenation has no text yet");
        }
    }
}
