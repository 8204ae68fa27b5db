package ristretto.magic;

/**
 * Words of memory that another process may write at any moment. Each access happens exactly once and is never torn, so that what
 * was checked is what is used; order is what the method says, in the sense of {@link java.lang.invoke.VarHandle}. Addresses are
 * multiples of 8, and the caller vouches for them.
 *
 * <p>On a JVM the bodies run over {@link SimulatedMemory}, which belongs to one thread.
 */
public final class SharedMemory {

    /** In no particular order. */
    @Intrinsic
    public static long loadLong(long address) {
        return SimulatedMemory.current().load(address, 8);
    }

    /** No later access comes before it. */
    @Intrinsic
    public static long loadAcquire(long address) {
        return SimulatedMemory.current().load(address, 8);
    }

    /** In no particular order. */
    @Intrinsic
    public static void storeLong(long address, long value) {
        SimulatedMemory.current().store(address, 8, value);
    }

    /** No earlier access comes after it. */
    @Intrinsic
    public static void storeRelease(long address, long value) {
        SimulatedMemory.current().store(address, 8, value);
    }

    /** All accesses before it come before all accesses behind it: the only thing that orders a store before a load. */
    @Intrinsic
    public static void fence() {}

    private SharedMemory() {}
}
