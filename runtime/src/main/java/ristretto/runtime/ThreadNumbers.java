package ristretto.runtime;

/** Identifiers and default names of threads, counted from where HotSpot's count is when {@code main} begins. */
public final class ThreadNumbers {
    private static final long FIRST_IDENTIFIER = 21;

    private static long identifier = FIRST_IDENTIFIER;
    private static int number;

    public static long nextIdentifier() {
        return identifier++;
    }

    public static int nextNumber() {
        return number++;
    }

    /** At build time: the group of all virtual threads. */
    public static ThreadGroup virtualGroup() {
        return MainThread.VIRTUAL;
    }

    private ThreadNumbers() {}
}
