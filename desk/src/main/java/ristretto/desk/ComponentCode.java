package ristretto.desk;

import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import ristretto.desk.component.Host;

/**
 * What the desk changes in a component's code when it is loaded: loops ask whether the process is still to compute; standard streams, exit and time are the process's
 * and not the JVM's; so are threads ({@link ComponentThreads}); and the runtime's native methods are those of the platform {@code kernel}, as the compiler makes them. Lines and variables stay as they are.
 */
final class ComponentCode {
    private static final ClassDesc HOST = ClassDesc.of(Host.class.getName());
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final String PLATFORM = "ristretto/runtime/platform/";
    private static final Set<String> STREAMS =
            Set.of("java/lang/System.in", "java/lang/System.out", "java/lang/System.err");
    private static final Set<String> METHODS = Set.of(
            "java/lang/System.exit(I)V",
            "java/lang/System.nanoTime()J",
            "java/lang/System.currentTimeMillis()J",
            "java/lang/Thread.sleep(J)V");

    private final ClassFile classFile;

    /** @param classes finds class files that the code refers to; null: there is none */
    ComponentCode(Function<ClassDesc, InputStream> classes) {
        ClassHierarchyResolver resolver = ClassHierarchyResolver.ofResourceParsing(classes)
                .orElse(ClassHierarchyResolver.defaultResolver())
                .cached();
        classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver));
    }

    byte[] change(byte[] original) {
        ClassModel model = classFile.parse(original);
        String name = model.thisClass().asInternalName();
        ClassTransform code = ClassTransform.transformingMethodBodies(
                CodeTransform.ofStateful(ComponentThreads::new).andThen(CodeTransform.ofStateful(Loops::new)));
        ClassTransform natives = (builder, element) -> {
            if (element instanceof MethodModel method
                    && method.flags().has(AccessFlag.NATIVE)
                    && name.startsWith(PLATFORM)) {
                builder.withMethodBody(
                        method.methodName(),
                        method.methodType(),
                        method.flags().flagsMask() & ~ClassFile.ACC_NATIVE,
                        body -> callPlatform(body, name, method));
            } else if (element instanceof MethodModel method && RuntimeThreads.replaces(name, method)) {
                RuntimeThreads.replace(builder, method);
            } else {
                builder.with(element);
            }
        };
        return classFile.transformClass(model, natives.andThen(code));
    }

    private static void callPlatform(CodeBuilder body, String name, MethodModel method) {
        MethodTypeDesc type = method.methodTypeSymbol();
        int slot = 0;
        for (ClassDesc parameter : type.parameterList()) {
            TypeKind kind = TypeKind.from(parameter);
            body.loadLocal(kind, slot);
            slot += kind.slotSize();
        }
        String platform = (PLATFORM + "kernel/" + name.substring(PLATFORM.length())).replace('/', '.');
        body.invokestatic(ClassDesc.of(platform), method.methodName().stringValue(), type)
                .return_(TypeKind.from(type.returnType()));
    }

    /** Of one method. */
    private static final class Loops implements CodeTransform {
        private final Set<Label> passed = new HashSet<>();

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            switch (element) {
                case LabelTarget target -> {
                    passed.add(target.label());
                    builder.with(target);
                }
                case BranchInstruction branch -> {
                    if (passed.contains(branch.target())) {
                        builder.invokestatic(HOST, "poll", NOTHING);
                    }
                    builder.with(branch);
                }
                case FieldInstruction field
                when field.opcode() == Opcode.GETSTATIC
                        && STREAMS.contains(field.owner().asInternalName() + '.' + field.name()) ->
                    builder.invokestatic(HOST, field.name().stringValue(), MethodTypeDesc.of(field.typeSymbol()));
                case InvokeInstruction call
                when call.opcode() == Opcode.INVOKESTATIC
                        && METHODS.contains(call.owner().asInternalName() + '.' + call.name() + call.type()) ->
                    builder.invokestatic(HOST, call.name().stringValue(), call.typeSymbol());
                default -> builder.with(element);
            }
        }
    }
}
