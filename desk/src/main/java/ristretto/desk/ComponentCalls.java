package ristretto.desk;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;
import ristretto.desk.component.Host;
import ristretto.desk.component.ProcessPool;
import ristretto.desk.component.ProcessThread;
import ristretto.desk.component.Threads;

/**
 * What a component's code calls instead of the JDK's, by an instruction or a method reference: exit and time are the process's ({@link Host}), and so are threads. {@code Thread} and {@code ForkJoinPool}
 * are {@link ProcessThread} and {@link ProcessPool}, made and extended; what a thread is asked for that those cannot answer by overriding, {@link Threads} answers; pools are given carriers; where the
 * common pool is meant, the process's is named; streams are sequential, as on the machine.
 */
final class ComponentCalls implements CodeTransform {
    private static final ClassDesc HOST = type(Host.class);
    private static final ClassDesc THREADS = type(Threads.class);
    private static final ClassDesc THREAD = type(Thread.class);
    private static final ClassDesc RUNTIME = type(Runtime.class);
    private static final ClassDesc FACTORY = type(ThreadFactory.class);
    private static final ClassDesc EXECUTOR = type(Executor.class);
    private static final ClassDesc REJECTED = type(RejectedExecutionHandler.class);
    private static final ClassDesc TASK = type(ForkJoinTask.class);
    private static final ClassDesc POOL = type(ForkJoinPool.class);
    private static final MethodTypeDesc MAKES_FACTORY = MethodTypeDesc.of(FACTORY);
    private static final MethodTypeDesc CARRYING = MethodTypeDesc.of(FACTORY, FACTORY);
    private static final String CONSTRUCTOR = "<init>";
    private static final String CONCURRENT = "java/util/concurrent/";
    private static final String EXECUTORS = CONCURRENT + "Executors";
    private static final String STREAMS = "java/util/stream/";

    private static final Map<ClassDesc, ClassDesc> TYPES =
            Map.of(THREAD, type(ProcessThread.class), POOL, type(ProcessPool.class));
    /** Methods that have one of the same name and type instead. */
    private static final Map<String, ClassDesc> STATIC = Map.ofEntries(
            Map.entry("java/lang/System.exit(I)V", HOST),
            Map.entry("java/lang/System.nanoTime()J", HOST),
            Map.entry("java/lang/System.currentTimeMillis()J", HOST),
            Map.entry("java/lang/Thread.sleep(J)V", HOST),
            Map.entry("java/lang/Thread.sleep(JI)V", HOST),
            Map.entry("java/lang/Thread.sleep(Ljava/time/Duration;)V", HOST),
            Map.entry("java/lang/Thread.currentThread()Ljava/lang/Thread;", THREADS),
            Map.entry("java/lang/Thread.onSpinWait()V", THREADS),
            Map.entry(CONCURRENT + "locks/LockSupport.unpark(Ljava/lang/Thread;)V", THREADS),
            Map.entry(CONCURRENT + "ForkJoinPool.commonPool()Ljava/util/concurrent/ForkJoinPool;", THREADS),
            Map.entry(EXECUTORS + ".defaultThreadFactory()Ljava/util/concurrent/ThreadFactory;", THREADS),
            Map.entry(EXECUTORS + ".newWorkStealingPool()Ljava/util/concurrent/ExecutorService;", THREADS),
            Map.entry(EXECUTORS + ".newWorkStealingPool(I)Ljava/util/concurrent/ExecutorService;", THREADS),
            Map.entry(
                    CONCURRENT
                            + "CompletableFuture.delayedExecutor(JLjava/util/concurrent/TimeUnit;)Ljava/util/concurrent/Executor;",
                    THREADS),
            Map.entry(
                    CONCURRENT
                            + "CompletableFuture.delayedExecutor(JLjava/util/concurrent/TimeUnit;Ljava/util/concurrent/Executor;)Ljava/util/concurrent/Executor;",
                    THREADS));
    /** Methods of tasks, which calls name by the task's own class. */
    private static final Set<String> OF_TASKS = Set.of(
            "fork()Ljava/util/concurrent/ForkJoinTask;",
            "invokeAll(Ljava/util/concurrent/ForkJoinTask;Ljava/util/concurrent/ForkJoinTask;)V",
            "invokeAll([Ljava/util/concurrent/ForkJoinTask;)V",
            "invokeAll(Ljava/util/Collection;)Ljava/util/Collection;");
    /** Likewise, of threads. */
    private static final Set<String> OF_THREADS =
            Set.of("isAlive()Z", "join()V", "join(J)V", "join(JI)V", "join(Ljava/time/Duration;)Z");

    private static final Set<String> OF_RUNTIME = Set.of("exit", "halt", "addShutdownHook", "removeShutdownHook");
    private static final Set<String> BUILDERS =
            Set.of("java/lang/Thread$Builder", "java/lang/Thread$Builder$OfPlatform");
    private static final Set<String> BUILDS = Set.of("start", "unstarted", "factory");
    private static final Set<String> TIMED = Set.of("orTimeout", "completeOnTimeout");
    private static final Set<ClassDesc> FUTURES = Set.of(type(CompletableFuture.class), type(CompletionStage.class));
    private static final Set<String> POOLS_WITHOUT_FACTORY = Set.of(
            "newFixedThreadPool",
            "newCachedThreadPool",
            "newSingleThreadExecutor",
            "newScheduledThreadPool",
            "newSingleThreadScheduledExecutor");
    private static final Set<String> POOL_TYPES =
            Set.of(CONCURRENT + "ThreadPoolExecutor", CONCURRENT + "ScheduledThreadPoolExecutor");

    private static final Map<String, String> SEQUENTIAL =
            Map.of("parallelStream", "stream", "parallelSort", "sort", "parallelSetAll", "setAll");

    private final Predicate<ClassDesc> isThread;
    private final Predicate<ClassDesc> isTask;

    /** The predicates tell of a class whether it is one of the JDK's of that kind, or extends one. */
    ComponentCalls(Predicate<ClassDesc> isThread, Predicate<ClassDesc> isTask) {
        this.isThread = isThread;
        this.isTask = isTask;
    }

    private static ClassDesc type(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    private static String name(ClassDesc type) {
        String descriptor = type.descriptorString();
        return type.isClassOrInterface() ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    /** What a class of a component extends where it says this. */
    static ClassDesc superclass(ClassDesc superclass) {
        return TYPES.getOrDefault(superclass, superclass);
    }

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
        switch (element) {
            case NewObjectInstruction made ->
                builder.new_(superclass(made.className().asSymbol()));
            case InvokeInstruction call -> call(builder, call);
            case InvokeDynamicInstruction call -> builder.invokedynamic(withOthers(call));
            default -> builder.with(element);
        }
    }

    private void call(CodeBuilder builder, InvokeInstruction call) {
        ClassDesc owner = call.owner().asSymbol();
        String name = call.name().stringValue();
        MethodTypeDesc type = call.typeSymbol();
        DirectMethodHandleDesc other =
                call.opcode() == Opcode.INVOKESTATIC ? other(owner, name, type) : otherOf(owner, name, type);
        if (other != null) {
            builder.invokestatic(other.owner(), name, MethodTypeDesc.ofDescriptor(other.lookupDescriptor()));
        } else if (name.equals(CONSTRUCTOR) && TYPES.containsKey(owner)) {
            builder.invokespecial(TYPES.get(owner), name, type);
        } else if (FUTURES.contains(owner)
                && name.endsWith("Async")
                && !type.parameterList().contains(EXECUTOR)) {
            builder.invokestatic(THREADS, "commonPool", MethodTypeDesc.of(POOL));
            again(builder, call, name, type.insertParameterTypes(type.parameterCount(), EXECUTOR));
        } else if (!pool(builder, call, name(owner), name, type)
                && !sequential(builder, call, name(owner), name, type)) {
            builder.with(call);
        }
    }

    private static void again(CodeBuilder builder, InvokeInstruction call, String name, MethodTypeDesc type) {
        builder.invoke(call.opcode(), call.owner().asSymbol(), name, type, call.isInterface());
    }

    /** A static method's; null: it stays. */
    private DirectMethodHandleDesc other(ClassDesc owner, String name, MethodTypeDesc type) {
        ClassDesc helper = STATIC.get(name(owner) + '.' + name + type.descriptorString());
        if (helper == null && OF_TASKS.contains(name + type.descriptorString()) && isTask.test(owner)) {
            helper = THREADS;
        }
        return helper == null
                ? null
                : MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, helper, name, type);
    }

    /** Another method's, with the object as its first parameter; null: it stays. */
    private DirectMethodHandleDesc otherOf(ClassDesc owner, String name, MethodTypeDesc type) {
        String signature = name + type.descriptorString();
        ClassDesc first = null;
        if (owner.equals(RUNTIME) && OF_RUNTIME.contains(name)) {
            return MethodHandleDesc.ofMethod(
                    DirectMethodHandleDesc.Kind.STATIC, HOST, name, type.insertParameterTypes(0, RUNTIME));
        }
        if (OF_THREADS.contains(signature) && isThread.test(owner)) {
            first = THREAD;
        } else if (OF_TASKS.contains(signature) && isTask.test(owner)) {
            first = TASK;
        } else if (BUILDERS.contains(name(owner)) && BUILDS.contains(name)) {
            first = type(Thread.Builder.class);
        } else if (FUTURES.contains(owner) && TIMED.contains(name)) {
            first = owner;
        }
        return first == null
                ? null
                : MethodHandleDesc.ofMethod(
                        DirectMethodHandleDesc.Kind.STATIC, THREADS, name, type.insertParameterTypes(0, first));
    }

    /** Pools of the JDK get factories that give them carriers. */
    private static boolean pool(
            CodeBuilder builder, InvokeInstruction call, String owner, String name, MethodTypeDesc type) {
        boolean isOfType = POOL_TYPES.contains(owner);
        boolean makes = isOfType && name.equals(CONSTRUCTOR);
        if (type.parameterList().contains(FACTORY)) {
            if (!makes && !owner.equals(EXECUTORS) && !(isOfType && name.equals("setThreadFactory"))) {
                return false;
            }
            boolean isLast = type.parameterList().getLast().equals(FACTORY);
            if (!isLast) {
                builder.swap();
            }
            builder.invokestatic(THREADS, "carrying", CARRYING);
            if (!isLast) {
                builder.swap();
            }
            builder.with(call);
            return true;
        }
        if (!makes && !(owner.equals(EXECUTORS) && POOLS_WITHOUT_FACTORY.contains(name))) {
            return false;
        }
        builder.invokestatic(THREADS, "defaultThreadFactory", MAKES_FACTORY)
                .invokestatic(THREADS, "carrying", CARRYING);
        int place = type.parameterCount();
        if (type.parameterList().contains(REJECTED)) {
            builder.swap();
            place--;
        }
        again(builder, call, name, type.insertParameterTypes(place, FACTORY));
        return true;
    }

    /** As the runtime's streams: parallel ones are not. */
    private static boolean sequential(
            CodeBuilder builder, InvokeInstruction call, String owner, String name, MethodTypeDesc type) {
        if (owner.startsWith(STREAMS) && name.equals("parallel") && type.parameterCount() == 0) {
            return true;
        }
        if (owner.equals(STREAMS + "StreamSupport")
                && type.parameterList().getLast().equals(ConstantDescs.CD_boolean)) {
            builder.pop().iconst_0().with(call);
            return true;
        }
        String other = owner.equals("java/util/Arrays") || name.equals("parallelStream") ? SEQUENTIAL.get(name) : null;
        if (other != null) {
            again(builder, call, other, type);
        }
        return other != null;
    }

    /** The same call, with other methods referred to. */
    private DynamicCallSiteDesc withOthers(InvokeDynamicInstruction call) {
        ConstantDesc[] arguments = call.bootstrapArgs().stream()
                .map(argument -> argument instanceof DirectMethodHandleDesc method ? referred(method) : argument)
                .toArray(ConstantDesc[]::new);
        return DynamicCallSiteDesc.of(call.bootstrapMethod(), call.name().stringValue(), call.typeSymbol(), arguments);
    }

    private DirectMethodHandleDesc referred(DirectMethodHandleDesc method) {
        DirectMethodHandleDesc other =
                switch (method.kind()) {
                    case CONSTRUCTOR ->
                        TYPES.containsKey(method.owner())
                                ? MethodHandleDesc.ofConstructor(
                                        TYPES.get(method.owner()), type(method).parameterArray())
                                : null;
                    case STATIC, INTERFACE_STATIC -> other(method.owner(), method.methodName(), type(method));
                    case VIRTUAL, INTERFACE_VIRTUAL -> otherOf(method.owner(), method.methodName(), type(method));
                    default -> null;
                };
        return other == null ? method : other;
    }

    private static MethodTypeDesc type(DirectMethodHandleDesc method) {
        return MethodTypeDesc.ofDescriptor(method.lookupDescriptor());
    }
}
