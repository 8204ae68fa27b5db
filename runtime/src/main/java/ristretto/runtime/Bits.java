package ristretto.runtime;

import ristretto.magic.Memory;

/**
 * A map of the heap with one bit for each word of 8 bytes. All words of an object have their bits set, not only its first, so that
 * gaps are found in the map alone and no object is touched for it. Addresses are those of the heap; a range's end is exclusive.
 */
final class Bits {
    private static final int WORD_SHIFT = 6;
    /** Longest gap that {@link #gap} tells from shorter ones; longer ones are found with it, and measured then. */
    static final int LONGEST_WORDS = 32;

    /** What is free among 64 words that have short gaps only, roughly. */
    private static final long PASSED_BYTES = 64;

    /** Bytes that {@link #gap} passed over because they lie in gaps that were too short; an estimate. */
    static long passed;

    static boolean isSet(long map, long address) {
        long bit = address - Heap.base >> 3;
        return (Memory.loadLong(map + (bit >> WORD_SHIFT << 3)) >>> bit & 1) != 0;
    }

    static void set(long map, long from, long to) {
        if (from >= to) {
            return;
        }
        long first = from - Heap.base >> 3;
        long behind = to - Heap.base >> 3;
        long word = map + (first >> WORD_SHIFT << 3);
        long last = map + (behind - 1 >> WORD_SHIFT << 3);
        long head = -1L << first;
        long tail = -1L >>> -behind;
        if (word == last) {
            Memory.storeLong(word, Memory.loadLong(word) | head & tail);
            return;
        }
        Memory.storeLong(word, Memory.loadLong(word) | head);
        for (word += 8; word < last; word += 8) {
            Memory.storeLong(word, -1);
        }
        Memory.storeLong(last, Memory.loadLong(last) | tail);
    }

    static void clear(long map, long from, long to) {
        if (from >= to) {
            return;
        }
        long first = from - Heap.base >> 3;
        long behind = to - Heap.base >> 3;
        long word = map + (first >> WORD_SHIFT << 3);
        long last = map + (behind - 1 >> WORD_SHIFT << 3);
        long head = -1L << first;
        long tail = -1L >>> -behind;
        if (word == last) {
            Memory.storeLong(word, Memory.loadLong(word) & ~(head & tail));
            return;
        }
        Memory.storeLong(word, Memory.loadLong(word) & ~head);
        for (word += 8; word < last; word += 8) {
            Memory.storeLong(word, 0);
        }
        Memory.storeLong(last, Memory.loadLong(last) & ~tail);
    }

    /** The first word at or behind {@code from} whose bit is set; the heap's top if there is none below {@link Heap#fresh}. */
    static long nextSet(long map, long from) {
        if (from >= Heap.fresh) {
            return Heap.top;
        }
        long bit = from - Heap.base >> 3;
        long word = map + (bit >> WORD_SHIFT << 3);
        long last = map + (Heap.fresh - Heap.base - 1 >> 3 + WORD_SHIFT << 3);
        long bits = Memory.loadLong(word) >>> bit;
        if (bits != 0) {
            return from + ((long) Long.numberOfTrailingZeros(bits) << 3);
        }
        do {
            word += 8;
            if (word > last) {
                return Heap.top;
            }
            bits = Memory.loadLong(word);
        } while (bits == 0);
        return address(map, word) + ((long) Long.numberOfTrailingZeros(bits) << 3);
    }

    /**
     * Where the first gap of at least this many words begins at or behind {@code from}; the top if there is none. A look at 64 words
     * of the heap costs a few instructions, however many short gaps they have. Callers find the gap's end by {@link #nextSet}.
     */
    static long gap(long map, long from, int words) {
        passed = 0;
        if (from >= Heap.fresh) {
            return Heap.top - from >= 8L * words ? from : Heap.top;
        }
        long bit = from - Heap.base >> 3;
        long word = map + (bit >> WORD_SHIFT << 3);
        long end = map + (Heap.fresh - Heap.base + 511 >> 3 + WORD_SHIFT << 3);
        long used = Memory.loadLong(word) | ~(-1L << bit);
        int carried = 0;
        while (true) {
            if (used != -1) {
                if (carried != 0 && (used & (1L << words - carried) - 1) == 0) {
                    return address(map, word) - 8L * carried;
                }
                long starts = startsOfRuns(~used, words);
                if (starts != 0) {
                    return address(map, word) + ((long) Long.numberOfTrailingZeros(starts) << 3);
                }
                passed += PASSED_BYTES;
                carried = 0;
                while (used << carried >= 0) {
                    carried++;
                }
            } else {
                carried = 0;
            }
            word += 8;
            if (word >= end) {
                break;
            }
            used = Memory.loadLong(word);
        }
        long start = address(map, end) - 8L * carried;
        return Heap.top - start >= 8L * words ? start : Heap.top;
    }

    /** The bits at which {@code words} set bits in a row begin. */
    private static long startsOfRuns(long free, int words) {
        long starts = free;
        int length = 1;
        while (length < words && starts != 0) {
            int more = words - length < length ? words - length : length;
            starts &= starts >>> more;
            length += more;
        }
        return starts;
    }

    private static long address(long map, long word) {
        return Heap.base + (word - map << WORD_SHIFT);
    }

    private Bits() {}
}
