package ristretto.compiler.model;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ConstantPoolBuilder;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Set;

/**
 * Integer and Long word the mistakes of their parsers with {@code String.format}, and so would bring the whole Formatter, with big
 * numbers and all, into every program that reads a number. Here these calls go to a method that knows {@code %s} only. Substitutes of the
 * parsers would do as well, but show in stack traces.
 */
final class MessageFormats {
    private static final Set<String> OWNERS = Set.of("java/lang/Integer", "java/lang/Long");
    private static final ClassDesc PLAIN = ClassDesc.of("ristretto.runtime.PlainFormat");

    static List<CodeElement> plain(String owner, List<CodeElement> elements) {
        return OWNERS.contains(owner)
                ? elements.stream().map(MessageFormats::plain).toList()
                : elements;
    }

    private static CodeElement plain(CodeElement element) {
        if (element instanceof InvokeInstruction call
                && call.owner().asInternalName().equals("java/lang/String")
                && call.name().equalsString("format")) {
            ConstantPoolBuilder pool = ConstantPoolBuilder.of();
            return InvokeInstruction.of(Opcode.INVOKESTATIC, pool.methodRefEntry(PLAIN, "format", call.typeSymbol()));
        }
        return element;
    }

    private MessageFormats() {}
}
