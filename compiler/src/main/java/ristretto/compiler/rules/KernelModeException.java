package ristretto.compiler.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A kernel image whose code breaks the rules of kernel mode; the message lists every place. */
public final class KernelModeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    KernelModeException(List<Violation> violations) {
        super(violations.size() + (violations.size() == 1 ? " violation" : " violations") + " of kernel mode:\n"
                + violations.stream().map(Violation::message).collect(Collectors.joining("\n")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
