package ristretto.compiler.lowering;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;

/**
 * What every synthetic class of a call site has in common: final, and one static method that is called in place of the
 * instruction.
 */
final class SiteClass {
    /** The static method that replaces the instruction. */
    static final String METHOD = "site";

    private static final int CLASS_FLAGS =
            ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC;

    private SiteClass() {}

    /** A class with nothing but the static method. */
    static byte[] build(ClassDesc site, MethodTypeDesc type, Consumer<CodeBuilder> body) {
        return build(site, type, body, builder -> {});
    }

    /** A class with the static method and whatever {@code more} adds. */
    static byte[] build(ClassDesc site, MethodTypeDesc type, Consumer<CodeBuilder> body, Consumer<ClassBuilder> more) {
        return ClassFile.of().build(site, builder -> {
            builder.withFlags(CLASS_FLAGS);
            more.accept(builder);
            builder.withMethodBody(METHOD, type, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, body);
        });
    }

    /** Pushes all parameters of a static method of that type, in order. */
    static void loadParameters(CodeBuilder code, MethodTypeDesc type) {
        int slot = 0;
        for (ClassDesc parameter : type.parameterList()) {
            TypeKind kind = TypeKind.from(parameter);
            code.loadLocal(kind, slot);
            slot += kind.slotSize();
        }
    }
}
