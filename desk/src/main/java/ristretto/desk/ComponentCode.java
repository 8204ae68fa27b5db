package ristretto.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import java.lang.classfile.Superclass;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import ristretto.desk.component.Host;

/**
 * What the desk changes in a component's code when it is loaded: loops ask whether the process is still to compute; standard streams are the process's
 * and not the JVM's; so is what calls of the JDK mean ({@link ComponentCalls}); and the runtime's native methods are those of the platform {@code kernel}, as the compiler makes them. Lines and variables stay as they are.
 */
final class ComponentCode {
    private static final ClassDesc HOST = ClassDesc.of(Host.class.getName());
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final String PLATFORM = "ristretto/runtime/platform/";
    private static final Set<String> STREAMS =
            Set.of("java/lang/System.in", "java/lang/System.out", "java/lang/System.err");
    private static final ClassDesc THREAD = ClassDesc.of(Thread.class.getName());
    private static final ClassDesc TASK = ClassDesc.of(ForkJoinTask.class.getName());

    private final Function<ClassDesc, InputStream> classes;
    private final ClassFile classFile;
    private final Map<ClassDesc, Optional<ClassDesc>> superclasses = new ConcurrentHashMap<>();

    private final ComponentCalls calls =
            new ComponentCalls(type -> isOrExtends(type, THREAD), type -> isOrExtends(type, TASK));

    /** @param classes finds class files that the code refers to; null: there is none */
    ComponentCode(Function<ClassDesc, InputStream> classes) {
        this.classes = classes;
        ClassHierarchyResolver resolver = ClassHierarchyResolver.ofResourceParsing(classes)
                .orElse(ClassHierarchyResolver.defaultResolver())
                .cached();
        classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver));
    }

    byte[] change(byte[] original) {
        ClassModel model = classFile.parse(original);
        String name = model.thisClass().asInternalName();
        ClassTransform code =
                ClassTransform.transformingMethodBodies(calls.andThen(CodeTransform.ofStateful(Loops::new)));
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
            } else if (element instanceof Superclass superclass) {
                builder.withSuperclass(
                        ComponentCalls.superclass(superclass.superclassEntry().asSymbol()));
            } else {
                builder.with(element);
            }
        };
        return classFile.transformClass(model, natives.andThen(code));
    }

    private boolean isOrExtends(ClassDesc type, ClassDesc other) {
        Optional<ClassDesc> next = Optional.of(type);
        while (next.isPresent() && !next.get().equals(other)) {
            next = superclasses.computeIfAbsent(next.get(), this::superclass);
        }
        return next.isPresent();
    }

    private Optional<ClassDesc> superclass(ClassDesc type) {
        try (InputStream stream = type.isClassOrInterface() ? classes.apply(type) : null) {
            return stream == null
                    ? Optional.empty()
                    : ClassFile.of().parse(stream.readAllBytes()).superclass().map(ClassEntry::asSymbol);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                default -> builder.with(element);
            }
        }
    }
}
