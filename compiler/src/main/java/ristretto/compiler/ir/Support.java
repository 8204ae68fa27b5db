package ristretto.compiler.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.Mode;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;

/** The methods of runtime and kernel that compiled code calls without the program saying so. */
public final class Support {
    private static final String EXCEPTIONS = "ristretto/runtime/Exceptions";
    private static final String CHECKS = "ristretto/kernel/Checks";

    static final String COLLECTOR = "ristretto/runtime/Collector";
    private static final String MONITORS = "ristretto/runtime/Monitors";

    static final String STACK_LIMIT = "ristretto/runtime/StackLimit";

    private final Map<String, JavaMethod> methods = new LinkedHashMap<>();
    /** These run where no exception can be delivered. */
    private final List<JavaMethod> mustNotThrow = new ArrayList<>();
    /** Needed only where some class is initialised at run time. */
    private final List<JavaMethod> forInitialisers = new ArrayList<>();
    /** Needed only where libraries may reach what is not supported. */
    private final List<JavaMethod> forLibraries = new ArrayList<>();
    /** Needed only where some class is initialised at run time, and there are threads. */
    private final List<JavaMethod> forInitialisersOfThreads = new ArrayList<>();
    /** Needed only where monitors are real. */
    private final List<JavaMethod> forMonitors = new ArrayList<>();
    /** If one of these may run, they are. */
    private final List<JavaMethod> monitorsNeededBy = new ArrayList<>();

    public Support(Mode mode, ClassWorld world) {
        if (mode == Mode.KERNEL) {
            for (String check : List.of("arrayIndex(II)V", "classCast()V", "division()V", "unreachable()V")) {
                add(world, CHECKS, check);
            }
            return;
        }
        for (String exception : List.of(
                "nullPointer()",
                "nullPointer(Ljava/lang/String;)",
                "arrayIndex(II)",
                "index(II)",
                "classCast(Ljava/lang/Object;J)",
                "division()",
                "negativeArraySize(I)",
                "arrayStore(Ljava/lang/Object;)",
                "outOfMemory()",
                "stackOverflow()")) {
            add(world, EXCEPTIONS, exception + "Ljava/lang/Throwable;");
        }
        forInitialisers.add(add(world, EXCEPTIONS, "initializerFailed(Ljava/lang/Throwable;)Ljava/lang/Throwable;"));
        forInitialisers.add(
                add(world, EXCEPTIONS, "noClassDef(Ljava/lang/String;Ljava/lang/Throwable;)Ljava/lang/Throwable;"));
        for (String exception : List.of("unsupported", "missingClass")) {
            forLibraries.add(add(world, EXCEPTIONS, exception + "(Ljava/lang/String;)Ljava/lang/Throwable;"));
        }
        for (String step : List.of("begin(J)V", "end(J)V", "isMine(J)Z")) {
            forInitialisersOfThreads.add(add(world, "ristretto/runtime/ClassInitialisation", step));
        }
        forMonitors.add(add(world, MONITORS, "enter(Ljava/lang/Object;)V"));
        forMonitors.add(add(world, MONITORS, "exit(Ljava/lang/Object;)V"));
        monitorsNeededBy.add(add(world, "ristretto/runtime/Threads", "start(Ljava/lang/Thread;)V"));
        monitorsNeededBy.add(add(world, MONITORS, "await(Ljava/lang/Object;J)V"));
        monitorsNeededBy.add(add(world, MONITORS, "notifyOne(Ljava/lang/Object;)V"));
        monitorsNeededBy.add(add(world, MONITORS, "notifyAll(Ljava/lang/Object;)V"));
        monitorsNeededBy.add(add(world, MONITORS, "isHeld(Ljava/lang/Object;)Z"));
        mustNotThrow.add(add(world, "ristretto/runtime/Heap", "allocate(JJ)J"));
        mustNotThrow.add(add(world, "ristretto/runtime/Heap", "allocateArray(JIJ)J"));
        mustNotThrow.add(add(world, "ristretto/runtime/Types", "isInstance(JJ)Z"));
        add(world, "ristretto/runtime/MultiArray", "allocate(JJI)Ljava/lang/Object;");
    }

    private JavaMethod add(ClassWorld world, String owner, String selector) {
        JavaClass type = world.get(owner);
        JavaMethod method = type.methods.get(selector);
        if (method == null || !method.isStatic()) {
            throw new CompilationFailure(
                    "the compiler needs a static method " + selector + " in " + type.displayName());
        }
        methods.put(
                owner.substring(owner.lastIndexOf('/') + 1) + "." + selector.substring(0, selector.indexOf(')') + 1),
                method);
        return method;
    }

    /** Those that every program needs. */
    public List<JavaMethod> always() {
        return methods.values().stream()
                .filter(method -> !forInitialisers.contains(method)
                        && !forLibraries.contains(method)
                        && !forInitialisersOfThreads.contains(method)
                        && !forMonitors.contains(method)
                        && !monitorsNeededBy.contains(method))
                .toList();
    }

    public List<JavaMethod> forInitialisers() {
        return forInitialisers;
    }

    public List<JavaMethod> forLibraries() {
        return forLibraries;
    }

    public List<JavaMethod> forInitialisersOfThreads() {
        return forInitialisersOfThreads;
    }

    /** Whether the program may start a thread. */
    public boolean hasThreads() {
        JavaMethod start = methods.get("Threads.start(Ljava/lang/Thread;)");
        return start != null && start.reachable;
    }

    public List<JavaMethod> forMonitors() {
        return forMonitors;
    }

    public boolean needsMonitors() {
        return monitorsNeededBy.stream().anyMatch(method -> method.reachable);
    }

    List<JavaMethod> reachable() {
        return methods.values().stream().filter(method -> method.reachable).toList();
    }

    public List<JavaMethod> mustNotThrow() {
        return mustNotThrow;
    }

    /** By class, name and parameters: {@code Exceptions.arrayIndex(II)}. */
    JavaMethod get(String name) {
        return methods.get(name);
    }
}
