package ristretto.compiler.lowering;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

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

    /** The body of a constructor that does nothing but to call that of its superclass. */
    static void construct(CodeBuilder code, ClassDesc superclass) {
        code.aload(0)
                .invokespecial(superclass, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .return_();
    }

    /** A branch each, which answers, for the numbers from 0 in local variable 1; for others null is the answer. */
    static void choose(CodeBuilder code, int count, ObjIntConsumer<CodeBuilder> each) {
        if (count == 0) {
            // JDK 25's class file API does not come back from a switch without cases.
            code.aconst_null().areturn();
            return;
        }
        List<SwitchCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(SwitchCase.of(i, code.newLabel()));
        }
        Label otherwise = code.newLabel();
        code.iload(1).tableswitch(otherwise, cases);
        for (SwitchCase one : cases) {
            code.labelBinding(one.target());
            each.accept(code, one.caseValue());
        }
        code.labelBinding(otherwise).aconst_null().areturn();
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
