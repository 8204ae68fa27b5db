package ristretto.compiler.promise;

import java.util.EnumSet;
import java.util.Set;
import ristretto.compiler.rules.Rule;

/** One kind of promise: the annotation that makes it, and what breaks it. */
enum Promise {
    NO_ALLOCATION("NoAllocation", EnumSet.of(Rule.ALLOCATES, Rule.RUNS_INITIALISER)),
    BOUNDED_STACK("BoundedStack", EnumSet.of(Rule.RECURSES)),
    BOUNDED_TIME(
            "BoundedTime",
            EnumSet.of(Rule.ALLOCATES, Rule.RUNS_INITIALISER, Rule.RECURSES, Rule.LOOPS_UNBOUNDED, Rule.TAKES_MONITOR));

    private final String annotation;
    private final Set<Rule> rules;

    Promise(String annotation, Set<Rule> rules) {
        this.annotation = annotation;
        this.rules = rules;
    }

    /** Descriptor of the annotation. */
    String descriptor() {
        return "Lristretto/sdk/" + annotation + ";";
    }

    Set<Rule> rules() {
        return rules;
    }

    @Override
    public String toString() {
        return "@" + annotation;
    }
}
