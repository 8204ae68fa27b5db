package ristretto.compiler.lowering;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassReader;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.util.Optional;

/**
 * {@code Class.getSimpleName} at build time. A dollar in a binary name may be the programmer's own, so only the {@code
 * InnerClasses} attribute of the class file tells; it is reached through the constant pool that the instruction came
 * with.
 */
final class SimpleNames {
    private SimpleNames() {}

    static String of(ClassDesc type, InvokeDynamicInstruction instruction) throws UnsupportedSite {
        if (!(instruction.invokedynamic().constantPool() instanceof ClassReader reader)) {
            throw new UnsupportedSite(instruction, "the instruction was not read from a class file");
        }
        ClassModel owner = ClassFile.of().parse(reader.readBytes(0, reader.classfileLength()));
        Optional<InnerClassInfo> nested = owner.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(attribute -> attribute.classes().stream())
                .filter(candidate -> candidate.innerClass().asSymbol().equals(type))
                .findFirst();
        if (nested.isPresent()) {
            return nested.get().innerName().map(Utf8Entry::stringValue).orElse("");
        }
        String descriptor = type.descriptorString();
        return descriptor.substring(Math.max(descriptor.lastIndexOf('/'), 0) + 1, descriptor.length() - 1);
    }
}
