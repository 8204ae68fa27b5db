package ristretto.compiler.lowering;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the parts of a text, then emits the code that joins them with one {@code StringBuilder} and leaves the
 * string on the stack. Adjacent literals become one; a literal of one character is appended as {@code char}, which
 * needs no string constant.
 */
final class TextEmitter {
    private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
    private static final int LARGEST_CONSTANT_BYTES = 65_535;
    private static final int LARGEST_CHARACTER_BYTES = 3;

    private final StringBuilder literal = new StringBuilder();
    private final List<Consumer<CodeBuilder>> parts = new ArrayList<>();
    private int expectedLength;

    void literal(String text) {
        if ((literal.length() + text.length()) * LARGEST_CHARACTER_BYTES > LARGEST_CONSTANT_BYTES) {
            flush();
        }
        literal.append(text);
    }

    /**
     * @param load pushes the value
     * @param type static type of it
     */
    void value(ClassDesc type, Consumer<CodeBuilder> load) {
        flush();
        expectedLength += expectedLength(type);
        MethodTypeDesc append = MethodTypeDesc.of(BUILDER, appendParameter(type));
        parts.add(code -> {
            load.accept(code);
            code.invokevirtual(BUILDER, "append", append);
        });
    }

    void emit(CodeBuilder code) {
        if (parts.isEmpty()) {
            code.loadConstant(literal.toString());
            return;
        }
        flush();
        code.new_(BUILDER)
                .dup()
                .loadConstant(expectedLength)
                .invokespecial(
                        BUILDER,
                        ConstantDescs.INIT_NAME,
                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
        parts.forEach(part -> part.accept(code));
        code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String));
    }

    private void flush() {
        if (literal.isEmpty()) {
            return;
        }
        String text = literal.toString();
        literal.setLength(0);
        expectedLength += text.length();
        if (text.length() == 1) {
            parts.add(code -> code.loadConstant(text.charAt(0))
                    .invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, ConstantDescs.CD_char)));
        } else {
            parts.add(code -> code.loadConstant(text)
                    .invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, ConstantDescs.CD_String)));
        }
    }

    /**
     * {@code append} has no overload for the small integers, and those for {@code char[]} and character sequences mean
     * something else.
     */
    private static ClassDesc appendParameter(ClassDesc type) {
        if (type.isPrimitive()) {
            boolean small = type.equals(ConstantDescs.CD_byte) || type.equals(ConstantDescs.CD_short);
            return small ? ConstantDescs.CD_int : type;
        }
        return type.equals(ConstantDescs.CD_String) ? ConstantDescs.CD_String : ConstantDescs.CD_Object;
    }

    /** So many characters that most values fit without growing the builder. */
    private static int expectedLength(ClassDesc type) {
        return switch (type.descriptorString()) {
            case "C" -> 1;
            case "Z" -> 5;
            case "B" -> 4;
            case "S" -> 6;
            case "I" -> 11;
            case "J" -> 20;
            default -> 16;
        };
    }
}
