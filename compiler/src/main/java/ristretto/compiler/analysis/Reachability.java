package ristretto.compiler.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import ristretto.compiler.MainMethod;
import ristretto.compiler.Mode;
import ristretto.compiler.heap.BuildTimeHeap;
import ristretto.compiler.link.Target;
import ristretto.compiler.lowering.MembersLowering;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.model.Substitutions;

/**
 * Rapid type analysis: from the entry points, which methods may run, which classes may have instances, which fields are
 * read. A virtual call arrives at the methods of all classes that may have instances; what is not reached does not exist. Objects
 * that build-time initialisers left count as instances.
 */
public final class Reachability implements BuildTimeHeap.Listener {
    private static final String EXPLAINED = System.getProperty("ristretto.why");

    final Program program;
    final ClassWorld world;
    final Substitutions substitutions;
    final Problems problems;
    private final Queue<JavaMethod> work = new ArrayDeque<>();
    private final MethodScanner scanner;
    /** The method whose use of a field is being followed through the build-time heap. */
    private JavaMethod current;

    private record Place(JavaMethod method, int line) {}

    /** Where the program itself makes a virtual call: that, and not what made the object, is what its author should be told. */
    private final Map<VirtualCall, Place> callsOfProgram = new HashMap<>();

    /** Methods of which some code is dead as long as a class has no instances. */
    private final Map<JavaClass, Set<JavaMethod>> waiting = new LinkedHashMap<>();

    /** Symbols of the assembly routines that may be called, and the methods that wait for one of them. */
    private final Set<String> routines = new HashSet<>();

    private final Map<String, List<JavaMethod>> exportsOfRoutines = new HashMap<>();

    private final Constants constants = new Constants();
    private final Set<JavaClass> named = new LinkedHashSet<>();
    private final Set<JavaClass> namedByProgram = new HashSet<>();
    private boolean arraysByClass;
    private boolean enumConstantsByClass;
    private boolean membersByClass;
    private boolean classOfAnything;
    private boolean followsLibraries = true;
    private boolean hasGates;

    public Reachability(
            Mode mode,
            Target target,
            ClassWorld world,
            Substitutions substitutions,
            BuildTimeHeap heap,
            Problems problems) {
        this.program = new Program(mode, target, world, heap);
        this.world = world;
        this.substitutions = substitutions;
        this.problems = problems;
        this.scanner = new MethodScanner(this);
        heap.listen(this);
    }

    /** From now on the {@link Gates} are closed: the program has libraries. */
    public void closeGates() {
        hasGates = true;
    }

    /** From now on methods of libraries count as reached, but what they reach does not. */
    public void stopAtLibraries() {
        followsLibraries = false;
    }

    /** Adds a method that runs without any compiled code calling it. */
    public void addRoot(JavaMethod method) {
        touch(method.owner, null);
        mark(method, null);
    }

    /** Adds a method that assembly calls: now, or when the routine that calls it is reached. */
    public void addExport(JavaMethod method) {
        String routine = method.annotations.exportNeededBy();
        if (routine != null && !routines.contains(routine)) {
            exportsOfRoutines.computeIfAbsent(routine, r -> new ArrayList<>()).add(method);
            return;
        }
        program.exports.add(method);
        addRoot(method);
    }

    private void routine(String symbol) {
        routines.add(symbol);
        List<JavaMethod> exports = exportsOfRoutines.remove(symbol);
        if (exports != null) {
            exports.forEach(this::addExport);
        }
    }

    public Program run() {
        while (!work.isEmpty()) {
            scanner.scan(work.remove());
            if (work.isEmpty()) {
                constants.tellTables(program.heap);
            }
        }
        program.heap.finishTables();
        return program;
    }

    /** After the last {@link #run}: what only instances of classes without any would reach is taken out of the methods. */
    public void leaveOutDeadCode() {
        scanner.leaveOutDeadCode();
    }

    /** Whether the class has instances by now; {@code asking} is scanned again when it gets some. */
    boolean hasInstances(JavaClass type, JavaMethod asking) {
        if (program.mode == Mode.KERNEL || !followsLibraries) {
            return true;
        }
        if (program.instantiated.stream().anyMatch(some -> some.isSubclassOf(type))) {
            return true;
        }
        waiting.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(asking);
        return false;
    }

    /**
     * Monitors are real: a synchronized method enters the one of its object or class. In a program that could not tell they
     * are left out.
     */
    public void useMonitors() {
        program.usesMonitors = true;
        for (JavaMethod method : program.methods) {
            enters(method);
        }
    }

    private void enters(JavaMethod method) {
        if (method.isSynchronized() && method.isStatic()) {
            classObject(method.owner, method);
        }
    }

    /** The method may run. */
    void mark(JavaMethod method, JavaMethod from) {
        markFrom(new Place(from, scanner.lineIn(from)), method);
    }

    private void markFrom(Place place, JavaMethod method) {
        JavaMethod from = place.method;
        if (method.reachable) {
            return;
        }
        method.reachable = true;
        method.reachedFrom = from;
        method.reachedAtLine = place.line;
        explain(method);
        if (method.owner.ofLibrary && !followsLibraries) {
            return;
        }
        if (method.annotations.deleted() != null) {
            cut(method, method.annotations.deleted());
            return;
        }
        if (method.annotations.intrinsic() || Intrinsics.isIntrinsic(method) || method.isAbstract()) {
            noticeIntrinsic(method, from);
            return;
        }
        if (Alias.isAlias(method)) {
            follow(method);
            return;
        }
        if (method.symbol().equals("ristretto/runtime/ProcessStart.callMain([Ljava/lang/String;)V")) {
            JavaMethod main = world.get(MainMethod.CLASS).methods.get(MainMethod.METHOD);
            program.aliases.put(method, new Alias(main, null, false, false));
            mark(main, method);
            return;
        }
        if (Platform.isDeclaration(method)) {
            JavaMethod body = Platform.body(method, program.target, world);
            program.aliases.put(method, new Alias(body, null, false, false));
            touch(body.owner, method);
            mark(body, method);
            return;
        }
        if (method.isNative()) {
            if (method.annotations.assembly() == null) {
                cut(method, "native method without a substitute");
            } else {
                routine(method.annotations.assembly());
            }
            return;
        }
        String closed = hasGates ? Gates.reason(method) : null;
        if (closed != null) {
            cut(method, closed);
            return;
        }
        program.methods.add(method);
        work.add(method);
        if (program.usesMonitors) {
            enters(method);
        }
        if (method.annotations.unless() != null && constants.want(method)) {
            method.restore();
        }
        noticeIntrinsic(method, from);
    }

    /** The method cannot be compiled: should the build not fail, it is one that throws. */
    private void cut(JavaMethod method, String reason) {
        method.unsupported = problems.addMethod(method, reason);
        program.methods.add(method);
    }

    /** For people who wonder why a program is large: how it gets to the methods whose symbol begins so. */
    private static void explain(JavaMethod method) {
        if (EXPLAINED != null && method.symbol().startsWith(EXPLAINED)) {
            StringBuilder chain = new StringBuilder(method.symbol());
            for (JavaMethod m = method.reachedFrom; m != null; m = m.reachedFrom) {
                chain.append(System.lineSeparator()).append("    <- ").append(m.symbol());
            }
            System.err.println(chain);
        }
    }

    private void follow(JavaMethod method) {
        Alias alias = Alias.of(method, substitutions, world);
        program.aliases.put(method, alias);
        if (alias.isVirtualCall()) {
            virtualCall(alias.virtualCall(), method);
        } else if (alias.method() != null) {
            touch(alias.method().owner, method);
            if (alias.creates()) {
                instantiate(alias.method().owner, method);
            }
            mark(alias.method(), method);
        } else if (alias.field().isStatic) {
            staticField(alias.field(), !alias.writes(), method);
        } else {
            read(alias.field(), method);
        }
    }

    /** Some methods bring things along that no instruction shows. */
    private void noticeIntrinsic(JavaMethod method, JavaMethod from) {
        switch (method.owner.name + "." + method.name) {
            case "ristretto/runtime/ClassObjects.newArray" -> {
                arraysByClass = true;
                List.copyOf(named).forEach(c -> instantiateArrayOf(c, from));
            }
            case "ristretto/runtime/ClassObjects.enumConstants" -> {
                enumConstantsByClass = true;
                List.copyOf(program.withClassObject).forEach(c -> reachEnumValues(c, from));
            }
            case "ristretto/runtime/ClassObjects.members" -> {
                membersByClass = true;
                List.copyOf(program.withClassObject).forEach(c -> reachMembers(c, from));
            }
            case "ristretto/runtime/ClassObjects.of" -> {
                classOfAnything = true;
                List.copyOf(program.instantiated).forEach(c -> classObject(c, from));
            }
            default -> {}
        }
    }

    /** The class may get initialised. */
    void touch(JavaClass type, JavaMethod from) {
        if (type.touched || type.isArray()) {
            return;
        }
        type.touched = true;
        boolean needsInitialisation = type.initialiser() != null;
        for (JavaClass before : ClassWorld.initialisedBefore(type)) {
            touch(before, from);
            needsInitialisation |= before.initialisedAtRunTime;
        }
        boolean isOfProgram = type.origin == JavaClass.Origin.APPLICATION || type.origin == JavaClass.Origin.SYNTHETIC;
        if (isOfProgram && needsInitialisation && program.mode == Mode.PROCESS) {
            initialiseAtRunTime(type, from);
        }
    }

    private void initialiseAtRunTime(JavaClass type, JavaMethod from) {
        if (!type.initialisedAtRunTime) {
            type.initialisedAtRunTime = true;
            program.initialisedAtRunTime.add(type);
            if (type.initialiser() != null) {
                mark(type.initialiser(), from);
            }
        }
    }

    /** Objects of this class may exist. */
    void instantiate(JavaClass type, JavaMethod from) {
        if (type.instantiated) {
            return;
        }
        type.instantiated = true;
        program.instantiated.add(type);
        waiting.entrySet().removeIf(entry -> type.isSubclassOf(entry.getKey()) && work.addAll(entry.getValue()));
        if (type.origin == JavaClass.Origin.JDK) {
            restoreWhatWants("class " + type.displayName());
        }
        touch(type, from);
        for (VirtualCall call : List.copyOf(program.virtualCalls.keySet())) {
            if (type.isSubclassOf(call.type())) {
                link(call, type, from);
            }
        }
        if (classOfAnything) {
            classObject(type, from);
        }
        if (type.isArray() && type.element != null && program.withClassObject.contains(type)) {
            classObject(type.element, from);
        }
    }

    void virtualCall(VirtualCall call, JavaMethod from) {
        if (program.virtualCalls.containsKey(call)) {
            return;
        }
        program.virtualCalls.put(call, new LinkedHashSet<>());
        if (from != null && from.owner.origin == JavaClass.Origin.APPLICATION) {
            callsOfProgram.put(call, new Place(from, scanner.lineIn(from)));
        }
        for (JavaClass type : List.copyOf(program.instantiated)) {
            if (type.isSubclassOf(call.type())) {
                link(call, type, from);
            }
        }
    }

    private void link(VirtualCall call, JavaClass type, JavaMethod from) {
        JavaMethod target = world.select(type, call.method());
        if (target != null && program.virtualCalls.get(call).add(target)) {
            markFrom(callsOfProgram.getOrDefault(call, new Place(from, scanner.lineIn(from))), target);
        }
    }

    /**
     * The program names this class, so it may make arrays of it by reflection. Of other classes it cannot, unless arrays of them
     * exist anyway: it would have got the class from one of its objects.
     */
    void classLiteral(JavaClass type, JavaMethod from) {
        classObject(type, from);
        if (named.add(type) && arraysByClass) {
            instantiateArrayOf(type, from);
        }
        if (from != null && from.owner.origin == JavaClass.Origin.APPLICATION && !from.owner.ofLibrary) {
            namedByProgram.add(type);
            reachMembers(type, from);
        }
    }

    void classObject(JavaClass type, JavaMethod from) {
        if (!program.withClassObject.add(type)) {
            return;
        }
        instantiate(world.get("java/lang/Class"), from);
        if (type.element != null) {
            classObject(type.element, from);
        }
        if (type.superclass != null && !type.isArray()) {
            classObject(type.superclass, from);
        }
        if (enumConstantsByClass) {
            reachEnumValues(type, from);
        }
        reachMembers(type, from);
    }

    private void instantiateArrayOf(JavaClass type, JavaMethod from) {
        boolean deep = type.name.startsWith("[[");
        if (!deep) {
            instantiate(world.get(Descriptors.arrayOf(type.name)), from);
        }
    }

    private void reachEnumValues(JavaClass type, JavaMethod from) {
        JavaMethod values = type.methods.get("values()[L" + type.name + ";");
        if (values != null && type.superclass != null && type.superclass.name.equals("java/lang/Enum")) {
            touch(type, from);
            mark(values, from);
        }
    }

    private void reachMembers(JavaClass type, JavaMethod from) {
        boolean asked = membersByClass && type.members == null && !type.isArray();
        if (asked && (namedByProgram.contains(type) || MembersLowering.isOpen(type))) {
            String name = MembersLowering.nameFor(type);
            world.define(name, MembersLowering.lower(type));
            type.members = world.get(name).methods.get(MembersLowering.SELECTOR);
            mark(type.members, from);
        }
    }

    /** A string constant that a method mentions, or null where no method does. */
    void string(String text, JavaMethod from) {
        if (from != null && from.owner.origin != JavaClass.Origin.JDK) {
            constants.addOfProgram(text);
        }
        restoreWhatWants(text);
        instantiate(world.get("java/lang/String"), null);
        instantiate(world.get("[B"), null);
    }

    /** Substitutes that stand only as long as no such text, or class, is part of the program. */
    private void restoreWhatWants(String text) {
        for (JavaMethod method : constants.add(text)) {
            method.restore();
            scanner.forget(method);
            work.add(method);
        }
    }

    void staticField(JavaField field, boolean reads, JavaMethod from) {
        current = from;
        touch(field.owner, from);
        program.statics.add(field);
        field.written |= !reads;
        if (reads && !field.read) {
            field.read = true;
            if (!field.owner.initialisedAtRunTime && isInitialisedAtBuildTime(field.owner)) {
                program.heap.scanStatic(field);
            }
        }
    }

    /** The kernel has no other time to do it. */
    private boolean isInitialisedAtBuildTime(JavaClass type) {
        return type.origin == JavaClass.Origin.JDK
                || type.origin == JavaClass.Origin.SYSTEM
                || type.origin == JavaClass.Origin.APPLICATION && program.mode == Mode.KERNEL;
    }

    void read(JavaField field, JavaMethod from) {
        current = from;
        if (!field.read) {
            field.read = true;
            program.heap.scanField(field);
        }
    }

    @Override
    public void found(JavaClass type) {
        instantiate(type, current);
    }

    @Override
    public void foundClass(JavaClass type) {
        classLiteral(type, current);
    }

    @Override
    public void accessedByOffset(JavaField field) {
        read(field, current);
    }

    /** A build-time object of this class's statics cannot be carried over: its initialiser has to run in the program. */
    @Override
    public void cannotCarry(JavaClass type, String reason) {
        if (program.mode == Mode.KERNEL || type.initialiser() == null) {
            problems.add(new ArrayList<>(type.methods.values()).getFirst(), 0, "static initialiser: " + reason);
        } else {
            initialiseAtRunTime(type, current);
        }
    }
}
