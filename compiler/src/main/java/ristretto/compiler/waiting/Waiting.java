package ristretto.compiler.waiting;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import ristretto.compiler.analysis.CallGraph;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.model.MethodAnnotations;

/**
 * Which method calls which, and which one waits by itself, in a closed world. What waits in the end is marked {@code @Waits}: the switch to another fiber, and the way into the kernel.
 *
 * <p>Fibers take turns only where they wait. So a monitor has to be waited for only if somebody may hold it while he switches to another fiber; one that is never held so is free whenever anybody
 * comes to it.
 */
final class Waiting {
    static final String IMMEDIATE = "Lristretto/sdk/Immediate;";
    static final String HANDS_OVER = "Lristretto/sdk/service/HandsOver;";
    static final String NEVER_WAITS = "Lristretto/sdk/NeverWaits;";

    private static final String WAITS = "Lristretto/magic/Waits;";
    private static final List<String> EXEMPTIONS = List.of(NEVER_WAITS, "Lristretto/magic/NeverWaits;");
    private static final String SERVICE_CLIENT = "ristretto/sdk/service/ServiceClient";
    private static final String FIBER_SWITCH = "ristretto/runtime/FiberSwitch.switchStacks(JJ)V";

    /**
     * What waits in the JDK for somebody who is in the middle of something; each with those who are, and who may not be left there for another fiber.
     */
    private static final Map<String, List<String>> SHORT_WAITS = Map.of(
            "java/util/concurrent/ConcurrentHashMap.initTable", List.of(),
            "java/util/concurrent/ConcurrentHashMap$TreeBin.contendedLock",
                    List.of(
                            "java/util/concurrent/ConcurrentHashMap$TreeBin.find",
                            "java/util/concurrent/ConcurrentHashMap$TreeNode.findTreeNode"));

    /** @param line where the caller calls, 0 where it is not known */
    record Call(JavaMethod callee, int line) {}

    private final Program program;
    private final CallGraph graph;
    private final List<Locks.Region> regions;
    private final Map<JavaMethod, List<Call>> calls = new HashMap<>();
    /** Those that may switch to another fiber. */
    private final Set<JavaMethod> switching = new HashSet<>();

    /** Where a monitor is entered which another may hold while he waits: that other one. */
    private final Map<Locks.Region, Locks.Region> contended = new IdentityHashMap<>();

    Waiting(Program program) {
        this.program = program;
        this.graph = new CallGraph(program);
        this.regions = program.usesMonitors ? new Locks(program).regions() : List.of();
        findSwitching();
    }

    /** For what this method waits by itself, monitors aside; null: for nothing. */
    static String mark(JavaMethod method) {
        return MethodAnnotations.text(method.model, WAITS, "value");
    }

    /** Which monitor it may wait for; null: for none. */
    String monitor(JavaMethod method) {
        for (Locks.Region region : regions) {
            Locks.Region other = region.method() == method ? contended.get(region) : null;
            if (other != null) {
                return "a monitor (synchronized), which " + other.method().displayName() + "("
                        + other.method().bodyOwner.sourceFile() + ":" + other.line() + ") may hold while it waits";
            }
        }
        return null;
    }

    /** What the method may call, and have run by calling. */
    List<Call> calls(JavaMethod method) {
        List<Call> known = calls.get(method);
        if (known == null) {
            known = isLookedInto(method) ? find(method) : List.of();
            calls.put(method, known);
        }
        return known;
    }

    /** Whether it is a call of another process's service that is answered at once. */
    private static boolean isImmediateCall(JavaMethod method) {
        return isClient(method.owner) && MethodAnnotations.isPresent(method.model, IMMEDIATE);
    }

    static boolean isClient(JavaClass type) {
        return type.supertypes().stream().anyMatch(each -> each.name.equals(SERVICE_CLIENT));
    }

    static boolean isExempted(JavaMethod method) {
        return EXEMPTIONS.stream().anyMatch(exemption -> MethodAnnotations.isPresent(method.model, exemption));
    }

    private boolean isLookedInto(JavaMethod method) {
        return program.methods.contains(method) && !isExempted(method) && !isShortWait(method);
    }

    private boolean isShortWait(JavaMethod method) {
        List<String> others = SHORT_WAITS.get(name(method));
        return others != null && switching.stream().noneMatch(one -> others.contains(name(one)));
    }

    private static String name(JavaMethod method) {
        return method.owner.name + "." + method.name;
    }

    private List<Call> find(JavaMethod method) {
        Map<JavaMethod, Integer> found = new LinkedHashMap<>();
        int line = 0;
        for (CodeElement element : method.elements()) {
            if (element instanceof LineNumber number) {
                line = number.line();
            }
            for (JavaMethod callee : callees(method, element)) {
                found.putIfAbsent(callee, line);
            }
        }
        List<Call> list = new ArrayList<>();
        found.forEach((callee, at) -> list.add(new Call(callee, at)));
        return list;
    }

    private Collection<JavaMethod> callees(JavaMethod method, CodeElement element) {
        List<JavaMethod> callees = new ArrayList<>(graph.callees(List.of(element)));
        if (isImmediateCall(method)) {
            callees.removeIf(callee -> callee.owner.name.equals(SERVICE_CLIENT));
        }
        String initialised = initialised(element);
        if (initialised != null && !initialised.startsWith("[")) {
            addInitialisers(method, program.world.get(initialised), callees);
        }
        return callees;
    }

    /** The class that the instruction initialises, if nobody has before. */
    private static String initialised(CodeElement element) {
        return switch (element) {
            case NewObjectInstruction object -> object.className().asInternalName();
            case FieldInstruction field
            when field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC ->
                field.owner().asInternalName();
            case InvokeInstruction call
            when call.opcode() == Opcode.INVOKESTATIC -> call.owner().asInternalName();
            default -> null;
        };
    }

    private void addInitialisers(JavaMethod method, JavaClass type, List<JavaMethod> callees) {
        for (JavaClass each : type.supertypes()) {
            if (each.initialisedAtRunTime && each.initialiser() != null && !method.owner.isSubclassOf(each)) {
                callees.add(each.initialiser());
            }
        }
    }

    /** Until nothing changes: who switches to another fiber while he holds a monitor makes others wait for that, who then switch too. */
    private void findSwitching() {
        Map<JavaMethod, Set<JavaMethod>> callers = callers();
        for (JavaMethod method : List.copyOf(callers.keySet())) {
            if (method.symbol().equals(FIBER_SWITCH)) {
                spread(method, callers);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (JavaMethod method : program.methods) {
                if (SHORT_WAITS.containsKey(name(method)) && !switching.contains(method) && !isShortWait(method)) {
                    calls.remove(method);
                    spread(method, callers);
                    changed = true;
                }
            }
            for (Locks.Region holder : regions) {
                if (switchesWithin(holder)) {
                    changed |= contend(holder, callers);
                }
            }
        }
    }

    private Map<JavaMethod, Set<JavaMethod>> callers() {
        Map<JavaMethod, Set<JavaMethod>> callers = new HashMap<>();
        for (JavaMethod method : program.methods) {
            for (Call call : calls(method)) {
                callers.computeIfAbsent(call.callee(), any -> new HashSet<>()).add(method);
            }
        }
        return callers;
    }

    private void spread(JavaMethod from, Map<JavaMethod, Set<JavaMethod>> callers) {
        Queue<JavaMethod> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            JavaMethod method = open.remove();
            if (switching.add(method)) {
                open.addAll(callers.getOrDefault(method, Set.of()));
            }
        }
    }

    private boolean switchesWithin(Locks.Region region) {
        JavaMethod method = region.method();
        if (!switching.contains(method)) {
            return false;
        }
        Set<CodeElement> contendedWithin = Collections.newSetFromMap(new IdentityHashMap<>());
        contended.keySet().stream()
                .filter(other -> other.method() == method && other.enter() != null)
                .forEach(other -> contendedWithin.add(other.enter()));
        return region.held().stream()
                .anyMatch(element -> contendedWithin.contains(element)
                        || callees(method, element).stream().anyMatch(switching::contains));
    }

    /** Everybody who may come to the same monitor may have to wait. */
    private boolean contend(Locks.Region holder, Map<JavaMethod, Set<JavaMethod>> callers) {
        boolean changed = false;
        for (Locks.Region region : regions) {
            if (!contended.containsKey(region)
                    && !isExempted(region.method())
                    && region.lock().mayBe(holder.lock(), program)) {
                contended.put(region, holder);
                spread(region.method(), callers);
                changed = true;
            }
        }
        return changed;
    }
}
