package ristretto.compiler;

import static java.lang.constant.ConstantDescs.CD_String;

import java.lang.classfile.Annotation;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
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

    private static final ClassDesc CHOICE = ClassDesc.of("ristretto.runtime.ProgramChoice");
    private static final ClassDesc ARGUMENTS = CD_String.arrayType();
    private static final MethodTypeDesc CALL_TYPE = MethodTypeDesc.of(ConstantDescs.CD_void, ARGUMENTS);
    private static final ClassDesc NO_INLINE = ClassDesc.of("ristretto.magic.NoInline");
    private static final String WITH_ARGUMENTS = "([Ljava/lang/String;)V";

    /**
     * What an image holds.
     *
     * @param processes the names of the processes that run them, one each; empty: the first argument names the main class
     * @param leftOut features of which the system has none
     */
    record Programs(List<String> mainClasses, List<String> processes, Set<String> leftOut) {
        static Programs of(List<String> mainClasses) {
            return new Programs(List.copyOf(mainClasses), List.of(), Set.of());
        }

        static Programs ofProcesses(SequencedMap<String, String> mains, Set<String> leftOut) {
            return new Programs(List.copyOf(mains.values()), List.copyOf(mains.keySet()), Set.copyOf(leftOut));
        }

        /** Main class by process. */
        Map<String, String> byProcess() {
            Map<String, String> mains = new LinkedHashMap<>();
            for (int i = 0; i < processes.size(); i++) {
                mains.put(processes.get(i), mainClasses.get(i));
            }
            return mains;
        }

        /** They are processes of the base itself, and of nobody else. */
        boolean areOurServices() {
            return !processes.isEmpty() && mainClasses.stream().allMatch(name -> name.startsWith("ristretto."));
        }
    }

    private final ClassWorld world;

    MainMethod(ClassWorld world) {
        this.world = world;
    }

    void define(Programs programs) {
        if (programs.mainClasses.size() == 1) {
            define(find(programs.mainClasses.getFirst()));
        } else {
            defineChoice(programs);
        }
    }

    private void define(Main main) {
        define(type -> type.withMethodBody("call", CALL_TYPE, ClassFile.ACC_STATIC, code -> {
            code.aload(0);
            call(code, main);
            code.return_();
        }));
    }

    /**
     * Several programs in one image: the first argument names the class whose main method is called, with the arguments behind it; or the name of the
     * process says which one. Each is called by a method of its own that is never inlined, since otherwise all programs would become one function.
     */
    private void defineChoice(Programs programs) {
        List<Main> mains = programs.mainClasses.stream().map(this::find).toList();
        define(type -> {
            type.withMethodBody("call", CALL_TYPE, ClassFile.ACC_STATIC, code -> {
                if (programs.processes.isEmpty()) {
                    choose(code, mains);
                } else {
                    chooseByProcess(code, mains, programs.processes);
                }
            });
            for (Main main : new LinkedHashSet<>(mains)) {
                type.withMethod(main.name, CALL_TYPE, ClassFile.ACC_STATIC, method -> method.with(
                                RuntimeInvisibleAnnotationsAttribute.of(Annotation.of(NO_INLINE)))
                        .withCode(code -> {
                            code.aload(0);
                            call(code, main);
                            code.return_();
                        }));
            }
        });
    }

    private static void choose(CodeBuilder code, List<Main> mains) {
        for (Main main : mains) {
            Label next = code.newLabel();
            code.aload(0).loadConstant(main.type.displayName());
            code.invokestatic(CHOICE, "is", MethodTypeDesc.of(ConstantDescs.CD_boolean, ARGUMENTS, CD_String));
            code.ifeq(next);
            code.aload(0).invokestatic(CHOICE, "rest", MethodTypeDesc.of(ARGUMENTS, ARGUMENTS));
            code.invokestatic(ClassDesc.ofInternalName(CLASS), main.name, CALL_TYPE);
            code.return_();
            code.labelBinding(next);
        }
        code.aload(0).invokestatic(CHOICE, "none", CALL_TYPE);
        code.return_();
    }

    private static void chooseByProcess(CodeBuilder code, List<Main> mains, List<String> processes) {
        for (int i = 0; i < mains.size(); i++) {
            Label next = code.newLabel();
            code.loadConstant(processes.get(i));
            code.invokestatic(CHOICE, "isProcess", MethodTypeDesc.of(ConstantDescs.CD_boolean, CD_String));
            code.ifeq(next);
            code.aload(0).invokestatic(ClassDesc.ofInternalName(CLASS), mains.get(i).name, CALL_TYPE);
            code.return_();
            code.labelBinding(next);
        }
        code.return_();
    }

    /** @param name of the method that calls it, where there are several */
    private record Main(String name, JavaClass type, JavaMethod method) {}

    private Main find(String mainClass) {
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
        return new Main("call:" + mainClass.replace('.', ':'), type, main);
    }

    private void define(Consumer<ClassBuilder> content) {
        world.define(CLASS, ClassFile.of().build(ClassDesc.ofInternalName(CLASS), content));
    }

    /** Calls it with the array on the stack. */
    private static void call(CodeBuilder code, Main main) {
        ClassDesc owner = ClassDesc.ofInternalName(main.type.name);
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(main.method.descriptor);
        boolean takesArguments = main.method.descriptor.equals(WITH_ARGUMENTS);
        if (!takesArguments) {
            code.pop();
        }
        if (main.method.isStatic()) {
            code.invokestatic(owner, "main", type);
            return;
        }
        code.new_(owner).dup().invokespecial(owner, "<init>", MethodTypeDesc.of(ConstantDescs.CD_void));
        if (takesArguments) {
            code.swap();
        }
        code.invokevirtual(owner, "main", type);
    }
}
