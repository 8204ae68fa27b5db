package ristretto.runtime.jdk;

/** For the runtime's own classes: a trace without the copy that a program is given. */
public final class StackTraces {

    /** Nobody may change it. */
    public static StackTraceElement[] of(Throwable throwable) {
        return ThrowableSubstitute.getOurStackTrace(throwable);
    }

    private StackTraces() {}
}
