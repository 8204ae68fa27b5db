package ristretto.compiler.promise;

import java.util.ArrayList;
import java.util.List;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.model.MethodAnnotations;
import ristretto.compiler.rules.RuleCheck;
import ristretto.compiler.rules.Violation;

/**
 * Holds what the author of a method promises against all that the method may reach. A promise that is not kept fails the build, and names
 * the shortest chain of calls from the method to an offending line.
 */
public final class PromiseCheck {
    private final Program program;
    private final List<String> broken = new ArrayList<>();

    private PromiseCheck(Program program) {
        this.program = program;
    }

    /** @throws CompilationFailure if some promise is broken */
    public static void check(Program program) {
        PromiseCheck check = new PromiseCheck(program);
        program.methods.forEach(check::check);
        if (!check.broken.isEmpty()) {
            throw new CompilationFailure(check.broken);
        }
    }

    /** Whoever promises that wants to know how much it is. */
    public static boolean promisesBoundedStack(JavaMethod method) {
        return MethodAnnotations.text(method.model, Promise.BOUNDED_STACK.descriptor(), "reason") != null;
    }

    private void check(JavaMethod method) {
        for (Promise promise : Promise.values()) {
            String reason = MethodAnnotations.text(method.model, promise.descriptor(), "reason");
            if (reason != null) {
                check(method, promise, reason);
            }
        }
    }

    private void check(JavaMethod method, Promise promise, String reason) {
        if (reason.isBlank()) {
            broken.add(method.displayName() + ": " + promise + " expects a reason, got none");
        }
        List<Violation> found = RuleCheck.violations(new PromisedCode(program, method), promise.rules());
        if (!found.isEmpty()) {
            String more = found.size() == 1 ? "" : System.lineSeparator() + "    and " + (found.size() - 1) + " more";
            broken.add(promise + " of " + method.displayName() + " is broken: "
                    + found.getFirst().message() + more);
        }
    }
}
