package ristretto.runtime;

import ristretto.magic.AlwaysInline;
import ristretto.magic.Memory;
import ristretto.magic.NoInline;
import ristretto.magic.ObjectLayout;

/**
 * The heap of a process: one region, given at start, in which objects never move. The compiler calls {@link #allocate}
 * and {@link #allocateArray}; both answer 0 when there is no room even after a collection, and all that they answer is
 * zero but for the header.
 *
 * <p>Allocation is a pointer that moves through the gaps which the last collection left, so it costs an addition and a
 * comparison, and objects that are made together lie together. Once in a block it comes by {@link Gaps}, and the
 * {@link Collector} does a part of its work.
 *
 * <p>Region: two maps with a bit for 8 bytes (what is occupied, and what the collection under way has marked; they change
 * their roles when it ends), table of boundaries (a byte for a block), table of {@link Parts}, mark stack, objects.
 *
 * <p>This class and those that it uses have raw memory and static fields only: they run where nothing may
 * be allocated and nothing may be thrown.
 */
public final class Heap {
    private static final long MINIMUM_STACK_BYTES = 256;

    /** First byte of the objects, and the first behind them. */
    static long base;

    static long top;
    /** See {@link Bits}. Free, but not in the map, is what lies from {@link #cursor} to {@link #limit}. */
    static long occupied;

    static long marks;
    static long boundaries;
    static long markStack;
    static long markStackEnd;

    /** Where the next object goes; memory from here to {@link #limit} is zero, and may be used to {@link #gapEnd}. */
    static long cursor;

    static long limit;
    static long gapEnd;
    /** Memory from here on has never been used, and is zero as the system gave it. */
    static long fresh;
    /** Bytes taken from gaps since the last collection. */
    static long taken;

    /**
     * The region must be zero, as the system hands it out.
     *
     * @param bytes that have memory for good
     * @param mostBytes of the whole region, more where the heap may borrow; then {@code start + bytes} and {@code mostBytes - bytes} are multiples of a part's size
     */
    static void initialize(long start, long bytes, long mostBytes) {
        long mapBytes = (mostBytes >> 6) + 16 & -8;
        occupied = start + 7 & -8;
        marks = occupied + mapBytes;
        boundaries = marks + mapBytes;
        long parts = boundaries + (mostBytes >> Boundaries.BLOCK_SHIFT) + 8 & -8;
        markStack = parts + Parts.tableBytes(mostBytes - bytes) + 7 & -8;
        long stackBytes = mostBytes >> 8;
        if (stackBytes < MINIMUM_STACK_BYTES) {
            stackBytes = MINIMUM_STACK_BYTES;
        }
        markStackEnd = markStack + stackBytes & -8;
        base = markStackEnd;
        top = start + mostBytes & -8;
        Parts.initialize(parts, start + bytes & -8);
        fresh = base;
        Gaps.restart();
        Collector.initialize();
    }

    /** An object of this many bytes, a multiple of 8, with its header. */
    @AlwaysInline
    public static long allocate(long bytes, long descriptor) {
        long object = cursor;
        long end = object + bytes;
        if (end > limit) {
            return allocateSlowly(bytes, descriptor);
        }
        cursor = end;
        Memory.storeLong(object, descriptor);
        return object;
    }

    /** An array that takes this many bytes, its header included, with header and length. */
    @AlwaysInline
    public static long allocateArray(long bytes, int length, long descriptor) {
        long object = cursor;
        long end = object + (bytes + 7 & -8);
        if (end > limit) {
            return allocateArraySlowly(bytes, length, descriptor);
        }
        cursor = end;
        Memory.storeLong(object, descriptor);
        Memory.storeInt(object + ObjectLayout.ARRAY_LENGTH, length);
        return object;
    }

    @NoInline
    private static long allocateSlowly(long bytes, long descriptor) {
        long object = reserve(bytes);
        if (object != 0) {
            Memory.storeLong(object, descriptor);
        }
        return object;
    }

    @NoInline
    private static long allocateArraySlowly(long bytes, int length, long descriptor) {
        long object = reserve(bytes + 7 & -8);
        if (object != 0) {
            Memory.storeLong(object, descriptor);
            Memory.storeInt(object + ObjectLayout.ARRAY_LENGTH, length);
        }
        return object;
    }

    private static long reserve(long bytes) {
        Stress.beforeAllocation();
        Collector.keepPace();
        long object = Gaps.place(bytes);
        if (object == 0) {
            object = Collector.makeRoom(bytes);
        }
        Stress.afterAllocation();
        return object;
    }

    /** From now on an allocation pays for at most a short step of the collector. */
    public static void boundPauses() {
        Collector.boundSteps();
    }

    /** How many collections have ended. */
    public static long cycles() {
        return Collector.cycles;
    }

    public static boolean isCollecting() {
        return !Collector.isIdle();
    }

    public static void collect() {
        Collector.collect(false);
    }

    /** Collects, and gives the system the memory in which nothing lives then, if it takes it back. */
    public static void giveBack() {
        Collector.mayGrow = false;
        Collector.collect(false);
        Collector.mayGrow = true;
        Parts.giveBack();
        Collector.plan();
    }

    /** Borrows memory for so many bytes more, in one gap. False: it is not to be had. Only between two collections. */
    static boolean grow(long bytes) {
        long gap = Gaps.find(gapEnd, bytes, true);
        boolean grown = gap != 0 && Parts.borrow(gap, gap + bytes);
        Collector.plan();
        return grown;
    }

    /** Bytes that have memory. */
    public static long totalBytes() {
        return Parts.ownEnd - base + Parts.borrowedBytes;
    }

    /** Bytes that have memory for good. */
    static long ownBytes() {
        return Parts.ownEnd - base;
    }

    /** Bytes that could have memory. */
    public static long mostBytes() {
        return top - base;
    }

    /** Bytes that are not in use; what has died since the last collection counts as in use. */
    public static long freeBytes() {
        return totalBytes() - Collector.liveBytes - taken + (limit - cursor);
    }

    private Heap() {}
}
