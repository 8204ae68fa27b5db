package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/**
 * The stack of a fiber: an array of the heap, which never moves. The collector scans only the part in use, and finds the
 * array itself through its fiber. Stacks of the usual size are kept when their fiber ends, so that many short threads
 * take few stacks.
 */
final class FiberStack {
    /** Below {@link Fiber#stackLimit}: for methods that do not recurse, and for making a StackOverflowError. */
    private static final long RESERVE_BYTES = 8192;

    private static final long SMALLEST_BYTES = 16 << 10;
    private static final long LARGEST_USUAL_BYTES = 64 << 10;
    /** A fiber that does not say what it needs gets this part of the heap, within the two sizes above. */
    private static final int USUAL_PART_OF_HEAP = 1024;
    /** No fiber gets more than this part of the heap. */
    private static final int LARGEST_PART_OF_HEAP = 8;

    private static final int KEPT = 16;

    private static FiberStack kept;
    private static int keptCount;

    private final long[] memory;
    private final long low;
    private final boolean usual;
    private FiberStack next;

    private FiberStack(long[] memory, boolean usual) {
        this.memory = memory;
        this.usual = usual;
        low = Memory.addressOf(memory) + ObjectLayout.ARRAY_DATA;
    }

    /** Gives the fiber a stack on which it can be switched to; false: there is no memory for one. */
    static boolean give(Fiber fiber) {
        FiberStack stack = fiber.stackBytes <= usualBytes() ? keptOrNew() : made(fiber.stackBytes, false);
        if (stack == null) {
            return false;
        }
        long high = stack.low + 8L * stack.memory.length;
        Memory.storeLong(stack.low + FiberSwitch.GUARD, stack.low);
        FiberSwitch.prepare(stack.low, high);
        fiber.stack = stack;
        fiber.header = stack.low;
        fiber.stackLow = stack.low;
        fiber.stackHigh = high;
        fiber.stackLimit = stack.low + FiberSwitch.HEADER_BYTES + RESERVE_BYTES;
        return true;
    }

    /** The fiber has ended, or is about to be left for the last time. */
    static void takeBack(Fiber fiber) {
        FiberStack stack = fiber.stack;
        fiber.stack = null;
        if (stack.usual && keptCount < KEPT) {
            stack.next = kept;
            kept = stack;
            keptCount++;
        }
    }

    private static FiberStack keptOrNew() {
        FiberStack stack = kept;
        if (stack == null) {
            return made(usualBytes(), true);
        }
        kept = stack.next;
        stack.next = null;
        keptCount--;
        return stack;
    }

    private static FiberStack made(long wantedBytes, boolean usual) {
        long bytes = Math.max(Math.min(wantedBytes, Heap.mostBytes() / LARGEST_PART_OF_HEAP), SMALLEST_BYTES);
        try {
            return new FiberStack(new long[(int) (bytes / 8) & -2], usual);
        } catch (OutOfMemoryError e) {
            return null;
        }
    }

    private static long usualBytes() {
        return Math.max(Math.min(Heap.ownBytes() / USUAL_PART_OF_HEAP, LARGEST_USUAL_BYTES), SMALLEST_BYTES);
    }
}
