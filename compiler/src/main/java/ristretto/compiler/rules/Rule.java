package ristretto.compiler.rules;

/** What code may be forbidden to do. Kernel mode forbids all of it; the promises of an author forbid some. */
public enum Rule {
    ALLOCATES,
    THROWS,
    CATCHES,
    TAKES_MONITOR,
    USES_FLOATING_POINT,
    WRITES_STATIC_FIELD,
    RUNS_INITIALISER,
    LOOPS_UNBOUNDED,
    RECURSES
}
