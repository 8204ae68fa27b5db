package ristretto.compiler.waiting;

import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.analysis.CallGraph;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.model.MethodAnnotations;

/**
 * Holds all that a server does to answer an immediate call against the promise that it waits for nothing: the implementation, and what the dispatcher does before and after, as making records of
 * arguments. Where it may wait the build fails, with the shortest chain of calls to where.
 */
public final class ImmediateCheck {
    private final Program program;
    private final CallGraph graph;
    private final Waiting waiting;
    private final List<String> broken = new ArrayList<>();

    private ImmediateCheck(Program program) {
        this.program = program;
        this.graph = new CallGraph(program);
        this.waiting = new Waiting(program);
    }

    /** @throws CompilationFailure if some immediate method may wait */
    public static void check(Program program) {
        List<String> withoutReason = program.methods.stream()
                .filter(method -> {
                    String reason = MethodAnnotations.text(method.model, Waiting.NEVER_WAITS, "reason");
                    return reason != null && reason.isBlank();
                })
                .map(method -> method.displayName() + ": @NeverWaits expects a reason, got none")
                .toList();
        if (!withoutReason.isEmpty()) {
            throw new CompilationFailure(withoutReason);
        }
        List<JavaMethod> entries = program.methods.stream()
                .filter(method -> isMarked(method) && !Waiting.isClient(method.owner))
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        ImmediateCheck check = new ImmediateCheck(program);
        check.checkAll(entries);
        if (!check.broken.isEmpty()) {
            throw new CompilationFailure(check.broken);
        }
    }

    private static boolean isMarked(JavaMethod method) {
        return MethodAnnotations.isPresent(method.model, Waiting.IMMEDIATE);
    }

    /** Implementations are looked at for themselves, so that each is told by the name of its service's method. */
    private void checkAll(List<JavaMethod> entries) {
        Map<JavaMethod, JavaMethod> implementations = new LinkedHashMap<>();
        for (JavaMethod entry : entries) {
            for (CodeElement element : entry.elements()) {
                JavaMethod called = element instanceof InvokeInstruction call ? called(call) : null;
                if (called != null && called.isAbstract() && isMarked(called)) {
                    for (JavaMethod target : graph.callees(List.of(element))) {
                        implementations.putIfAbsent(target, called);
                    }
                }
            }
        }
        implementations.forEach((method, declared) -> check(method, declared, Set.of()));
        entries.forEach(entry -> check(entry, entry, implementations.keySet()));
    }

    private JavaMethod called(InvokeInstruction call) {
        JavaClass owner = program.world.get(call.owner().asInternalName());
        return program.world.resolve(
                owner, call.name().stringValue(), call.type().stringValue());
    }

    /** @param declared what the author marked */
    private void check(JavaMethod entry, JavaMethod declared, Set<JavaMethod> checkedElsewhere) {
        if (!check(entry, declared, checkedElsewhere, Waiting::mark)) {
            check(entry, declared, checkedElsewhere, waiting::monitor);
        }
    }

    private boolean check(
            JavaMethod entry,
            JavaMethod declared,
            Set<JavaMethod> checkedElsewhere,
            Function<JavaMethod, String> causes) {
        Map<JavaMethod, Step> reached = new LinkedHashMap<>();
        Queue<JavaMethod> open = new ArrayDeque<>(List.of(entry));
        reached.put(entry, null);
        while (!open.isEmpty()) {
            JavaMethod method = open.remove();
            String cause = causes.apply(method);
            if (cause != null && !Waiting.isExempted(method)) {
                broken.add(message(declared, method, cause, reached));
                return true;
            }
            for (Waiting.Call call : waiting.calls(method)) {
                if (!reached.containsKey(call.callee()) && !checkedElsewhere.contains(call.callee())) {
                    reached.put(call.callee(), new Step(method, call.line()));
                    open.add(call.callee());
                }
            }
        }
        return false;
    }

    /** How a method was reached. */
    private record Step(JavaMethod caller, int line) {}

    private static String message(JavaMethod declared, JavaMethod last, String cause, Map<JavaMethod, Step> reached) {
        LinkedList<String> chain = new LinkedList<>();
        int line = 0;
        for (JavaMethod method = last; method != null; ) {
            boolean isAuthors = method.owner.origin == JavaClass.Origin.APPLICATION && line > 0;
            chain.addFirst(
                    method.displayName() + (isAuthors ? "(" + method.bodyOwner.sourceFile() + ":" + line + ")" : ""));
            Step step = reached.get(method);
            line = step == null ? 0 : step.line();
            method = step == null ? null : step.caller();
        }
        return "@Immediate of " + declared.displayName() + " is broken: it may wait for " + cause
                + System.lineSeparator() + "    reached by " + String.join(" -> ", chain)
                + System.lineSeparator()
                + "    do not wait there, or leave out @Immediate: any other method of a service may wait";
    }
}
