package ristretto.runtime.platform;

/** What a process was given at its start: memory, arguments, environment. */
public final class Startup {

    /** Called first, with what the assembly at the entry was handed over. Neither may it allocate, nor throw. */
    public static native void begin(long handedOver);

    /** First byte of the heap. Its memory is zero. */
    public static native long heapStart();

    public static native long heapBytes();

    /** Lowest byte that the stack may use. */
    public static native long stackLow();

    /** Behind the highest byte of the stack in which frames can stand. */
    public static native long stackHigh();

    /** The arguments of {@code main}. */
    public static native String[] arguments();

    /** A variable of the environment, or null. */
    public static native String environment(String name);

    /** Names of all variables of the environment. */
    public static native String[] environmentNames();

    /** What lies underneath, as {@code os.name}. */
    public static native String systemName();

    /** As {@code os.arch}. */
    public static native String architecture();

    private Startup() {}
}
