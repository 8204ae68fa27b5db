package ristretto.compiler.model;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.function.Function;

/**
 * Class files of Java 5 and before do not say what lies on the operand stack where branches meet (JVM specification 4.10.1). Those of
 * today's compilers do, and ours reads it there; so it is worked out once, as for a new class file.
 */
final class OldClassFiles {
    private final ClassFile writer;

    /** @param classes finds the class file of a class by its internal name; null where there is none */
    OldClassFiles(Function<String, ClassModel> classes) {
        ClassHierarchyResolver hierarchy = type -> information(classes, type);
        writer = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.DeadCodeOption.PATCH_DEAD_CODE,
                ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    }

    private static ClassHierarchyInfo information(Function<String, ClassModel> classes, ClassDesc type) {
        String descriptor = type.descriptorString();
        ClassModel model = type.isClassOrInterface() ? classes.apply(Descriptors.internalName(descriptor)) : null;
        if (model == null) {
            return ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object);
        }
        return model.flags().has(AccessFlag.INTERFACE)
                ? ClassHierarchyInfo.ofInterface()
                : ClassHierarchyInfo.ofClass(
                        model.superclass().map(entry -> entry.asSymbol()).orElse(null));
    }

    /** The same class as one of Java 6. */
    ClassModel modern(ClassModel old) {
        ClassTransform code =
                ClassTransform.transformingMethods(MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
        byte[] bytes = writer.transformClass(
                old,
                code.andThen(ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.JAVA_6_VERSION, 0))));
        return ClassFile.of().parse(bytes);
    }

    /** Subroutines are the one thing of old class files that has no counterpart in new ones. */
    static boolean hasSubroutines(ClassModel model) {
        for (MethodModel method : model.methods()) {
            if (method.code().map(OldClassFiles::hasSubroutines).orElse(false)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSubroutines(CodeModel code) {
        return code.elementStream()
                .anyMatch(element -> element instanceof Instruction instruction
                        && (instruction.opcode() == Opcode.JSR || instruction.opcode() == Opcode.JSR_W));
    }
}
