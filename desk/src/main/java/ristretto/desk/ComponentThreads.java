package ristretto.desk;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import ristretto.desk.component.Threads;

/** Makes the threads that one method of a component's makes by {@code new Thread}, {@code Thread.ofPlatform()} and executors without a factory of their own the process's: see {@link Threads}. */
final class ComponentThreads implements CodeTransform {
    private static final ClassDesc THREADS = type(Threads.class);
    private static final ClassDesc THREAD = type(Thread.class);
    private static final ClassDesc BUILDER = type(Thread.Builder.class);
    private static final ClassDesc FACTORY = type(ThreadFactory.class);
    private static final ClassDesc REJECTED = type(RejectedExecutionHandler.class);
    private static final MethodTypeDesc INSTEAD = MethodTypeDesc.of(THREAD, THREAD);
    private static final MethodTypeDesc MAKES_FACTORY = MethodTypeDesc.of(FACTORY);
    private static final String EXECUTORS = "java/util/concurrent/Executors";
    private static final Set<String> POOLS = Set.of(
            "newFixedThreadPool",
            "newCachedThreadPool",
            "newSingleThreadExecutor",
            "newScheduledThreadPool",
            "newSingleThreadScheduledExecutor");
    private static final Set<String> POOL_TYPES =
            Set.of("java/util/concurrent/ThreadPoolExecutor", "java/util/concurrent/ScheduledThreadPoolExecutor");
    private static final Set<String> BUILDERS =
            Set.of("java/lang/Thread$Builder", "java/lang/Thread$Builder$OfPlatform");
    private static final Set<String> BUILDS = Set.of("start", "unstarted", "factory");

    /** Threads whose constructors are still to be called; other calls of these constructors are those of a class that extends it. */
    private int begun;

    private static ClassDesc type(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
        switch (element) {
            case NewObjectInstruction made
            when made.className().asInternalName().equals("java/lang/Thread") -> {
                begun++;
                builder.with(element);
            }
            case InvokeInstruction call -> call(builder, call);
            default -> builder.with(element);
        }
    }

    private void call(CodeBuilder builder, InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        MethodTypeDesc type = call.typeSymbol();
        boolean isConstructor = name.equals("<init>");
        if (owner.equals("java/lang/Thread") && isConstructor && begun > 0) {
            begun--;
            if (type.parameterCount() == 5) {
                // It has to inherit whose process it is.
                builder.pop().iconst_1();
            }
            builder.with(call).invokestatic(THREADS, "instead", INSTEAD);
        } else if (owner.equals("java/lang/Thread") && name.equals("setDaemon")) {
            builder.invokestatic(THREADS, name, type.insertParameterTypes(0, THREAD));
        } else if (BUILDERS.contains(owner) && BUILDS.contains(name)) {
            builder.invokestatic(THREADS, name, type.insertParameterTypes(0, BUILDER));
        } else if (owner.equals(EXECUTORS) && type.equals(MAKES_FACTORY) && name.equals("defaultThreadFactory")) {
            builder.invokestatic(THREADS, name, type);
        } else if (owner.equals(EXECUTORS)
                && POOLS.contains(name)
                && !type.parameterList().contains(FACTORY)) {
            builder.invokestatic(THREADS, "defaultThreadFactory", MAKES_FACTORY)
                    .invokestatic(call.owner().asSymbol(), name, withFactory(type, type.parameterCount()));
        } else if (POOL_TYPES.contains(owner)
                && isConstructor
                && !type.parameterList().contains(FACTORY)) {
            int place = type.parameterCount();
            builder.invokestatic(THREADS, "defaultThreadFactory", MAKES_FACTORY);
            if (type.parameterList().contains(REJECTED)) {
                builder.swap();
                place--;
            }
            builder.invoke(Opcode.INVOKESPECIAL, call.owner().asSymbol(), name, withFactory(type, place), false);
        } else {
            builder.with(call);
        }
    }

    private static MethodTypeDesc withFactory(MethodTypeDesc type, int place) {
        return type.insertParameterTypes(place, FACTORY);
    }
}
