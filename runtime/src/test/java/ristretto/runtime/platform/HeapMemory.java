package ristretto.runtime.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import ristretto.magic.Memory;

/**
 * Stands before the declarations of the product in the tests of the heap: a system that lends a number of parts. What is given back is filled with
 * something else, so that nobody relies on it.
 */
public final class HeapMemory {
    public static final long PART_BYTES = 64 << 10;
    private static final long SOMETHING_ELSE = 0x5a5a_5a5a_5a5a_5a5aL;

    private static final Set<Long> TAKEN = new HashSet<>();
    private static long firstPart;
    private static int available;

    /** Bytes of the heap's own that it has told the system to forget. */
    public static long forgotten;

    /** @param parts that can be had */
    public static void begin(long heapEnd, int parts) {
        TAKEN.clear();
        firstPart = heapEnd;
        available = parts;
        forgotten = 0;
    }

    public static int partsTaken() {
        return TAKEN.size();
    }

    public static boolean take(long number, boolean mayWait) {
        assertFalse(TAKEN.contains(number), "a part is taken once");
        if (available == 0) {
            return false;
        }
        available--;
        TAKEN.add(number);
        fill(firstPart + number * PART_BYTES, firstPart + (number + 1) * PART_BYTES, 0);
        return true;
    }

    public static void giveBack(long number) {
        assertTrue(TAKEN.remove(number), "what was taken can be given back");
        available++;
        fill(firstPart + number * PART_BYTES, firstPart + (number + 1) * PART_BYTES, SOMETHING_ELSE);
    }

    public static void forget(long from, long to) {
        assertTrue(from < to && from % 4096 == 0 && to % 4096 == 0);
        forgotten += to - from;
        fill(from, to, 0);
    }

    private static void fill(long from, long to, long value) {
        for (long address = from; address < to; address += 8) {
            Memory.storeLong(address, value);
        }
    }

    private HeapMemory() {}
}
