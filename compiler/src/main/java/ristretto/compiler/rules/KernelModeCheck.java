package ristretto.compiler.rules;

import java.util.EnumSet;
import java.util.List;

/**
 * Holds all code of a kernel image against the rules of kernel mode: nothing that an entry point can reach allocates,
 * throws, catches, uses floating point, recurses, loops without a declared bound, runs a class initialiser, writes a
 * static field or takes a monitor. A failed implicit check (null, bounds, cast, division) is a panic of the kernel and
 * not a violation.
 */
public final class KernelModeCheck {
    /** Fails if there is any violation. */
    public static <M> void check(CheckedProgram<M> program) throws KernelModeException {
        List<Violation> found = RuleCheck.violations(program, EnumSet.allOf(Rule.class));
        if (!found.isEmpty()) {
            throw new KernelModeException(found);
        }
    }

    private KernelModeCheck() {}
}
