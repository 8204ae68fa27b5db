package org.cprover;

/**
 * What JBMC knows by name: values that may be anything, and conditions that are taken for granted from there on. None of
 * it runs.
 */
public final class CProver {
    public static native int nondetInt();

    public static native long nondetLong();

    public static native boolean nondetBoolean();

    public static void assume(boolean condition) {
        throw new UnsupportedOperationException("for the model checker only");
    }

    private CProver() {}
}
