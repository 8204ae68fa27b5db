package ristretto.desk;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import ristretto.desk.component.Host;

/** The few methods of the runtime by which the SDK's threads wait for each other, and see what one has thrown: on the desk the JVM has the threads, and {@link ProcessThreads} their turns. */
final class RuntimeThreads {
    private static final ClassDesc HOST = ClassDesc.of(Host.class.getName());
    private static final String FIBER = "ristretto/runtime/Fiber";
    private static final String THREADS = "ristretto/runtime/Threads.";
    private static final String SCHEDULER = "ristretto/runtime/Scheduler.";

    private static final Set<String> INSTEAD = Set.of(
            THREADS + "currentFiber",
            THREADS + "await",
            THREADS + "endWait",
            THREADS + "isWaiting",
            SCHEDULER + "giveWay",
            "ristretto/runtime/jdk/StackTraces.of");
    /** The machine's main fiber and its ring, and who watches it, are not there. */
    private static final Set<String> NOTHING =
            Set.of(FIBER + ".<clinit>", SCHEDULER + "<clinit>", SCHEDULER + "watch", THREADS + "need");

    static boolean replaces(String type, MethodModel method) {
        String name = type + '.' + method.methodName();
        return INSTEAD.contains(name) || NOTHING.contains(name);
    }

    static void replace(ClassBuilder builder, MethodModel method) {
        builder.withMethodBody(
                method.methodName(), method.methodType(), method.flags().flagsMask(), body -> write(body, method));
    }

    private static void write(CodeBuilder body, MethodModel method) {
        MethodTypeDesc type = method.methodTypeSymbol();
        ClassDesc result = type.returnType();
        String name = method.methodName().stringValue();
        switch (name) {
            case "currentFiber" ->
                body.invokestatic(HOST, "fiber", MethodTypeDesc.of(ConstantDescs.CD_Object))
                        .checkcast(result);
            case "await" -> {
                if (type.parameterCount() == 0) {
                    body.loadConstant(Long.MAX_VALUE);
                } else {
                    body.lload(0);
                }
                body.invokestatic(HOST, name, MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long));
            }
            case "endWait", "isWaiting" ->
                body.aload(0).invokestatic(HOST, name, MethodTypeDesc.of(result, ConstantDescs.CD_Object));
            case "giveWay" -> body.invokestatic(HOST, name, type);
            case "of" ->
                body.aload(0).invokevirtual(ConstantDescs.CD_Throwable, "getStackTrace", MethodTypeDesc.of(result));
            default -> {
                // There is nothing to do.
            }
        }
        body.return_(TypeKind.from(result));
    }

    private RuntimeThreads() {}
}
