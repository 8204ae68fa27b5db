package ristretto.compiler;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;

/**
 * Finds a program's main method as the launch protocol says (Java language specification 12.1.4): static or not, with arguments or
 * without; and makes the class through which the runtime calls it.
 */
public final class MainMethod {
    /** Class and method that stand behind {@code ProcessStart.callMain}. */
    public static final String CLASS = "ristretto/runtime/Main$$Call";

    public static final String METHOD = "call([Ljava/lang/String;)V";

    private static final String WITH_ARGUMENTS = "([Ljava/lang/String;)V";
    private final ClassWorld world;

    MainMethod(ClassWorld world) {
        this.world = world;
    }

    void define(String mainClass) {
        String name = mainClass.replace('.', '/');
        if (!world.exists(name)) {
            throw new CompilationFailure("class " + mainClass + " is not on the class path");
        }
        JavaClass type = world.get(name);
        JavaMethod main = world.resolve(type, "main", WITH_ARGUMENTS);
        if (main == null) {
            main = world.resolve(type, "main", "()V");
        }
        if (main == null || main.isPrivate()) {
            throw new CompilationFailure(
                    "class " + mainClass + " has no main method: expected 'void main(String[] args)' or 'void main()'");
        }
        if (!main.isStatic() && !type.methods.containsKey("<init>()V")) {
            throw new CompilationFailure(
                    "class " + mainClass + " has an instance main method, but no constructor without parameters");
        }
        JavaMethod chosen = main;
        ClassDesc owner = ClassDesc.ofInternalName(name);
        world.define(
                CLASS,
                ClassFile.of()
                        .build(
                                ClassDesc.ofInternalName(CLASS),
                                builder -> builder.withMethodBody(
                                        "call",
                                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String.arrayType()),
                                        ClassFile.ACC_STATIC,
                                        code -> call(code, owner, chosen))));
    }

    private static void call(CodeBuilder code, ClassDesc owner, JavaMethod main) {
        if (!main.isStatic()) {
            code.new_(owner).dup().invokespecial(owner, "<init>", MethodTypeDesc.of(ConstantDescs.CD_void));
        }
        if (main.descriptor.equals(WITH_ARGUMENTS)) {
            code.aload(0);
        }
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(main.descriptor);
        if (main.isStatic()) {
            code.invokestatic(owner, "main", type);
        } else {
            code.invokevirtual(owner, "main", type);
        }
        code.return_();
    }
}
