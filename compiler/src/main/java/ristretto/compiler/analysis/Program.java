package ristretto.compiler.analysis;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import ristretto.compiler.Mode;
import ristretto.compiler.heap.BuildTimeHeap;
import ristretto.compiler.link.Target;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;

/** The closed world that reachability found, all in an order that depends on nothing but the input. */
public final class Program {
    public final Mode mode;
    public final Target target;
    public final ClassWorld world;
    public final BuildTimeHeap heap;

    /** Methods with a body to be compiled. */
    public final Set<JavaMethod> methods = new LinkedHashSet<>();

    public final Set<JavaClass> instantiated = new LinkedHashSet<>();
    /** Classes that have a java.lang.Class object. */
    public final Set<JavaClass> withClassObject = new LinkedHashSet<>();
    /** Classes whose initialiser runs in the compiled program. */
    public final Set<JavaClass> initialisedAtRunTime = new LinkedHashSet<>();
    /** Methods that each virtual call may arrive at. */
    public final Map<VirtualCall, Set<JavaMethod>> virtualCalls = new LinkedHashMap<>();
    /** Static fields that some code reads or writes. */
    public final Set<JavaField> statics = new LinkedHashSet<>();
    /** Methods that assembly calls. */
    public final Set<JavaMethod> exports = new LinkedHashSet<>();

    /** Somebody could tell whether {@code synchronized} does anything: there are threads, or questions about monitors. */
    public boolean usesMonitors;

    /**
     * Null pointers get HotSpot's texts. Not in the base's own services: they would carry some 40 KB of them each, and a line number
     * says as much.
     */
    public boolean explainsNulls;

    final Map<Object, JavaMethod> callSites = new IdentityHashMap<>();
    final Map<Object, JavaClass> namedClasses = new IdentityHashMap<>();
    final Map<JavaMethod, Alias> aliases = new HashMap<>();

    Program(Mode mode, Target target, ClassWorld world, BuildTimeHeap heap) {
        this.mode = mode;
        this.target = target;
        this.world = world;
        this.heap = heap;
    }

    /** The class that a call of {@code Class.forName} with a constant names, or null where the instruction is no such call. */
    public JavaClass namedClass(Object instruction) {
        return namedClasses.get(instruction);
    }

    /** The method that an instruction was lowered to, or null. */
    public JavaMethod callSite(Object instruction) {
        return callSites.get(instruction);
    }

    public Alias alias(JavaMethod method) {
        return aliases.get(method);
    }

    public Set<JavaMethod> targets(VirtualCall call) {
        return virtualCalls.getOrDefault(call, Set.of());
    }
}
