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
 * comparison, and objects that are made together lie together. A gap is zeroed and entered in the table of first
 * objects one block at a time, when the pointer comes there. Large objects that do not fit into the present gap are
 * placed at the far end of a later one, so that one large array does not throw away the small gaps before it.
 *
 * <p>Region: mark bits (one for 8 bytes), table of first objects (2 bytes for a block), mark stack, objects. Below
 * {@link Gaps#swept} the objects and fillers follow each other without a hole; above it only marked objects live.
 *
 * <p>This class, {@link Gaps} and {@link Collector} use raw memory and static fields only: they run where nothing may
 * be allocated and nothing may be thrown.
 */
public final class Heap {
    private static final long LARGE_BYTES = 256;
    private static final long MINIMUM_STACK_BYTES = 256;

    /** First byte of the objects, and the first behind them. */
    static long base;

    static long top;
    static long marks;
    static long firsts;
    static long markStack;
    static long markStackEnd;

    /** Where the next object goes; memory from here to {@link #limit} is zero, and may be used to {@link #gapEnd}. */
    static long cursor;

    static long limit;
    static long gapEnd;
    /** Memory from here on has never been used, and is zero as the kernel gave it. */
    static long fresh;

    private static long largeFrom;
    /** Bytes taken from gaps since the last collection. */
    private static long taken;

    /** The region must be zero, as the kernel hands it out. */
    static void initialize(long start, long bytes) {
        marks = start + 7 & -8;
        firsts = marks + (bytes >> 6) + 8 & -8;
        markStack = firsts + (bytes >> Gaps.BLOCK_SHIFT - 1) + 8 & -8;
        long stackBytes = bytes >> 8;
        if (stackBytes < MINIMUM_STACK_BYTES) {
            stackBytes = MINIMUM_STACK_BYTES;
        }
        markStackEnd = markStack + stackBytes & -8;
        base = markStackEnd;
        top = start + bytes & -8;
        fresh = base;
        Collector.reset();
        restart();
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
        long object = place(bytes);
        if (object == 0) {
            Collector.collect();
            object = place(bytes);
        }
        return object;
    }

    /** Finds zeroed room without collecting; 0: there is none. */
    static long place(long bytes) {
        if (cursor + bytes <= gapEnd) {
            return extend(bytes);
        }
        if (bytes >= LARGE_BYTES) {
            return placeLarge(bytes);
        }
        do {
            Gaps.close(cursor, gapEnd);
            cursor = Gaps.next();
            gapEnd = Gaps.swept;
            limit = cursor;
        } while (cursor + bytes <= top && cursor + bytes > gapEnd);
        return cursor + bytes <= gapEnd ? extend(bytes) : 0;
    }

    /** Takes the object from the present gap, and prepares the rest of the block in which it ends. */
    private static long extend(long bytes) {
        long object = cursor;
        long end = object + bytes;
        if (end > limit) {
            long newLimit = base + (end - base + Gaps.BLOCK_BYTES - 1 & -Gaps.BLOCK_BYTES);
            if (newLimit > gapEnd) {
                newLimit = gapEnd;
            }
            zero(limit, newLimit);
            taken += newLimit - limit;
            limit = newLimit;
        }
        Gaps.note(object);
        if (end < gapEnd) {
            Gaps.note(end);
        }
        cursor = end;
        return object;
    }

    private static long placeLarge(long bytes) {
        if (largeFrom < Gaps.swept) {
            largeFrom = Gaps.swept;
        }
        long object = Gaps.takeLarge(largeFrom, bytes);
        if (object == 0) {
            object = Gaps.takeLarge(Gaps.swept, bytes);
        }
        if (object != 0) {
            largeFrom = object + bytes;
            taken += bytes;
            zero(object, largeFrom);
            fresh = top;
        }
        return object;
    }

    private static void zero(long from, long to) {
        long used = to < fresh ? to : fresh;
        if (from < used) {
            Memory.zero(from, used - from);
        }
        if (fresh < to) {
            fresh = to;
        }
    }

    /** All that is not marked is there again, and the first gap is opened. */
    static void restart() {
        Gaps.reset();
        cursor = Gaps.next();
        limit = cursor;
        gapEnd = Gaps.swept;
        largeFrom = gapEnd;
        taken = 0;
    }

    public static void collect() {
        Collector.collect();
    }

    public static long totalBytes() {
        return top - base;
    }

    /** Bytes that are not in use; what has died since the last collection counts as in use. */
    public static long freeBytes() {
        return top - base - Collector.liveBytes - taken + (limit - cursor);
    }

    private Heap() {}
}
