package ristretto.runtime;

/** Where a program that was built with {@code --collect} collects far more often than it has to. Usually nothing, and no code. */
final class Stress {

    static void beforeAllocation() {}

    static void afterAllocation() {}

    private Stress() {}
}
