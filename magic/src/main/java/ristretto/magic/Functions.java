package ristretto.magic;

/** Compiled functions, by address. */
public final class Functions {
    /** Calls a compiled function without parameters that answers an object, and lets its exception through. */
    @Intrinsic
    public static Object call(long address) {
        throw new UnsupportedOperationException("no compiled functions on a JVM");
    }

    private Functions() {}
}
