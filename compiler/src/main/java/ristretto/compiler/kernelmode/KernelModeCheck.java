package ristretto.compiler.kernelmode;

import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LineNumber;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;

/**
 * Holds all code of a kernel image against the rules of kernel mode: nothing that an entry point can reach allocates,
 * throws, catches, uses floating point, recurses, loops without a declared bound, runs a class initialiser, writes a
 * static field or takes a monitor. A failed implicit check (null, bounds, cast, division) is a panic of the kernel and
 * not a violation.
 *
 * <p>All violations are found, in an order that depends on the program only.
 */
public final class KernelModeCheck<M> {
    private final KernelProgram<M> program;

    /**
     * Reachable methods in breadth-first order, each with the one through which it was first reached; null for entry
     * points.
     */
    private final Map<M, M> caller = new LinkedHashMap<>();

    private final List<Violation> violations = new ArrayList<>();

    private KernelModeCheck(KernelProgram<M> program) {
        this.program = program;
    }

    /** Fails if there is any violation. */
    public static <M> void check(KernelProgram<M> program) throws KernelModeException {
        List<Violation> found = violations(program);
        if (!found.isEmpty()) {
            throw new KernelModeException(found);
        }
    }

    public static <M> List<Violation> violations(KernelProgram<M> program) {
        KernelModeCheck<M> check = new KernelModeCheck<>(program);
        check.reach();
        check.caller.keySet().forEach(check::checkBody);
        for (List<M> cycle : new CallCycles<>(check.caller.keySet(), program::callees).find()) {
            check.reportCycle(cycle);
        }
        return check.violations;
    }

    private void reach() {
        Deque<M> open = new ArrayDeque<>();
        for (M entry : program.entryPoints()) {
            if (!caller.containsKey(entry)) {
                caller.put(entry, null);
                open.add(entry);
            }
        }
        while (!open.isEmpty()) {
            M method = open.remove();
            for (M callee : program.callees(method)) {
                if (!caller.containsKey(callee)) {
                    caller.put(callee, method);
                    open.add(callee);
                }
            }
        }
    }

    private void checkBody(M method) {
        program.body(method).ifPresent(body -> new BodyRules(
                        body, program::isInitializedAtRunTime, (line, reason) -> report(method, body, line, reason))
                .apply());
    }

    private void reportCycle(List<M> cycle) {
        M first = cycle.getFirst();
        MethodModel body = program.body(first).orElseThrow();
        List<String> names = new ArrayList<>(cycle.stream().map(this::name).toList());
        names.add(name(first));
        M next = cycle.get(1 % cycle.size());
        int line = program.body(next)
                .map(callee -> SourceLines.firstCall(body, callee))
                .orElse(0);
        report(first, body, line, "recurses: " + String.join(" -> ", names));
    }

    private void report(M method, MethodModel body, int line, String reason) {
        LinkedList<String> chain = new LinkedList<>();
        for (M at = method; at != null; at = caller.get(at)) {
            chain.addFirst(name(at));
        }
        String file = body.parent()
                .flatMap(owner -> owner.findAttribute(Attributes.sourceFile()))
                .map(attribute -> attribute.sourceFile().stringValue())
                .orElse("Unknown Source");
        int known = line > 0 ? line : firstLine(body);
        violations.add(new Violation(name(method), file, known, reason, List.copyOf(chain)));
    }

    private static int firstLine(MethodModel body) {
        return body.code().stream()
                .flatMap(code -> code.elementStream())
                .filter(LineNumber.class::isInstance)
                .mapToInt(element -> ((LineNumber) element).line())
                .findFirst()
                .orElse(0);
    }

    private String name(M method) {
        return program.body(method).map(KernelModeCheck::name).orElse(method.toString());
    }

    private static String name(MethodModel body) {
        String owner = body.parent()
                .map(model -> model.thisClass().asInternalName().replace('/', '.'))
                .orElse("?");
        return owner + "." + body.methodName().stringValue();
    }
}
