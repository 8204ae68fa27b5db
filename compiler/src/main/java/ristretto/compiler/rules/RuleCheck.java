package ristretto.compiler.rules;

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
import java.util.Set;

/**
 * Holds all code that the entry points of a program can reach against some rules. All violations are found, in an order that depends
 * on the program only, each with a chain of calls from an entry point to the offending line.
 */
public final class RuleCheck<M> {
    private final CheckedProgram<M> program;
    private final Set<Rule> rules;

    /**
     * Reachable methods in breadth-first order, each with the one through which it was first reached; null for entry
     * points.
     */
    private final Map<M, M> caller = new LinkedHashMap<>();

    private final List<Violation> violations = new ArrayList<>();

    private RuleCheck(CheckedProgram<M> program, Set<Rule> rules) {
        this.program = program;
        this.rules = rules;
    }

    /** What breaks any of these rules. */
    public static <M> List<Violation> violations(CheckedProgram<M> program, Set<Rule> rules) {
        RuleCheck<M> check = new RuleCheck<>(program, rules);
        check.reach();
        check.caller.keySet().forEach(check::checkBody);
        if (rules.contains(Rule.RECURSES)) {
            for (List<M> cycle : new CallCycles<>(check.caller.keySet(), program::callees).find()) {
                check.reportCycle(cycle);
            }
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
                        body,
                        program.elements(method),
                        rules,
                        program::isInitializedAtRunTime,
                        (line, reason) -> report(method, body, line, reason))
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
        return program.body(method).map(RuleCheck::name).orElse(method.toString());
    }

    private static String name(MethodModel body) {
        String owner = body.parent()
                .map(model -> model.thisClass().asInternalName().replace('/', '.'))
                .orElse("?");
        return owner + "." + body.methodName().stringValue();
    }
}
