package ristretto.compiler.model;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ConstantPoolBuilder;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Set;

/**
 * Some of the JDK's classes word a mistake of their caller with much machinery, and so would bring it into every program. Integer and
 * Long use {@code String.format}, with big numbers and all; here these calls go to a method that knows {@code %s} only. Preconditions
 * makes a list of the numbers, which here are merely noted. Substitutes of these methods would do as well, but show in stack traces.
 */
final class MessageFormats {
    private static final Set<String> PARSERS = Set.of("java/lang/Integer", "java/lang/Long");
    private static final String PRECONDITIONS = "jdk/internal/util/Preconditions";
    private static final ClassDesc PLAIN = ClassDesc.of("ristretto.runtime.PlainFormat");
    private static final ClassDesc RANGES = ClassDesc.of("ristretto.runtime.RangeMessage");

    static List<CodeElement> plain(String owner, List<CodeElement> elements) {
        if (PARSERS.contains(owner)) {
            return elements.stream()
                    .map(element -> redirected(element, "java/lang/String", "format", PLAIN))
                    .toList();
        }
        return owner.equals(PRECONDITIONS)
                ? elements.stream()
                        .map(element -> redirected(element, "java/util/List", "of", RANGES))
                        .toList()
                : elements;
    }

    /** A static call of one method becomes that of a method of the same name and type in another class. */
    private static CodeElement redirected(CodeElement element, String owner, String name, ClassDesc target) {
        if (element instanceof InvokeInstruction call
                && call.owner().asInternalName().equals(owner)
                && call.name().equalsString(name)) {
            ConstantPoolBuilder pool = ConstantPoolBuilder.of();
            return InvokeInstruction.of(Opcode.INVOKESTATIC, pool.methodRefEntry(target, name, call.typeSymbol()));
        }
        return element;
    }

    private MessageFormats() {}
}
