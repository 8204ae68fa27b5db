package ristretto.magic;

/**
 * Raw memory, and the step between memory and typed objects. Addresses are bytes; multi-byte values are little endian
 * and aligned to their size. Nothing is checked: whoever calls this vouches for the address.
 *
 * <p>On a JVM the bodies below run over a {@link SimulatedMemory}; in compiled code each is one or a few instructions.
 */
public final class Memory {

    /** Unsigned. */
    @Intrinsic
    public static int loadByte(long address) {
        return (int) SimulatedMemory.current().load(address, 1);
    }

    /** Unsigned. */
    @Intrinsic
    public static int loadShort(long address) {
        return (int) SimulatedMemory.current().load(address, 2);
    }

    @Intrinsic
    public static int loadInt(long address) {
        return (int) SimulatedMemory.current().load(address, 4);
    }

    @Intrinsic
    public static long loadLong(long address) {
        return SimulatedMemory.current().load(address, 8);
    }

    @Intrinsic
    public static void storeByte(long address, int value) {
        SimulatedMemory.current().store(address, 1, value);
    }

    @Intrinsic
    public static void storeShort(long address, int value) {
        SimulatedMemory.current().store(address, 2, value);
    }

    @Intrinsic
    public static void storeInt(long address, int value) {
        SimulatedMemory.current().store(address, 4, value);
    }

    @Intrinsic
    public static void storeLong(long address, long value) {
        SimulatedMemory.current().store(address, 8, value);
    }

    /** Sets bytes to 0. */
    @Intrinsic
    public static void zero(long address, long bytes) {
        SimulatedMemory.current().zero(address, bytes);
    }

    /** Copies bytes between areas that do not overlap. */
    @Intrinsic
    public static void copy(long from, long to, long bytes) {
        SimulatedMemory.current().copy(from, to, bytes);
    }

    /**
     * Makes the memory at {@code address} (8-byte aligned, {@code sizeOf(type)} bytes) an object of this class with all
     * fields zero. No constructor runs in compiled code, and none may do anything.
     */
    @Intrinsic
    public static <T> T place(Class<T> type, long address) {
        return SimulatedMemory.current().place(type, address);
    }

    /**
     * As {@link #place} in memory that is zero already, for a final class that nobody ever asks an object for: nothing is
     * written, not even what class it is of.
     */
    @Intrinsic
    public static <T> T bare(Class<T> type, long address) {
        return SimulatedMemory.current().place(type, address);
    }

    /** Ends the life of an object of {@link #bare}, whose memory is not used before the next barrier. */
    @Intrinsic
    public static void forget(Object object) {
        SimulatedMemory.current().destroy(object);
    }

    /** The object that lies at this address; 0 is null. It must have been placed, or allocated, as a {@code T}. */
    @Intrinsic
    public static <T> T objectAt(Class<T> type, long address) {
        return type.cast(SimulatedMemory.current().objectAt(address));
    }

    /**
     * The object as what it is known to be, because something other than its class was looked at: checked on a JVM only.
     * The class must be final.
     */
    @Intrinsic
    @SuppressWarnings("unchecked")
    public static <T> T as(Class<T> type, Object object) {
        return (T) object;
    }

    /** Ends the life of a placed object, so that its memory may become something else. A compiler barrier. */
    @Intrinsic
    public static void destroy(Object object) {
        SimulatedMemory.current().destroy(object);
    }

    /** Where an object lies; null is 0. */
    @Intrinsic
    public static long addressOf(Object object) {
        return SimulatedMemory.current().addressOf(object);
    }

    /** Bytes that an instance of this class takes, header included, a multiple of 8. A constant in compiled code. */
    @Intrinsic
    public static long sizeOf(Class<?> type) {
        return SimulatedMemory.sizeOf(type);
    }

    /** As {@link #copy}, but the areas may overlap. */
    @Intrinsic
    public static void move(long from, long to, long bytes) {
        SimulatedMemory.current().move(from, to, bytes);
    }

    /** Address of a symbol of the linker's or of assembly. The argument must be a literal. */
    @Intrinsic
    public static long symbol(String name) {
        return SimulatedMemory.current().symbol(name);
    }

    /** The compiler moves no memory access across this. */
    @Intrinsic
    public static void barrier() {}

    private Memory() {}
}
