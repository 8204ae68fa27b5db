package ristretto.kernel;

import ristretto.magic.LoopBound;

/**
 * Everything that is due at a time, in lists by the highest hexadecimal digit in which that time differs from the
 * wheel's: adding and removing take constant time, and each entry is moved at most {@link #LEVELS} times before it is
 * due.
 *
 * <p>Rule: an entry of level n differs from {@link #current} in digit n and in none above it; its list is that digit's
 * value. Only while the list {@link #cascading} is being moved down may it hold entries whose digit has been reached.
 */
final class TimerWheel {
    private static final int DIGIT_BITS = 4;
    static final int DIGITS = 1 << DIGIT_BITS;
    static final int LEVELS = 15;
    /** Later times are taken as this one, which is thousands of years away. */
    static final long LAST = (1L << DIGIT_BITS * LEVELS) - 1;

    private static final int STEPS = 8;

    final Timed[] lists = new Timed[DIGITS * LEVELS];
    final int[] occupied = new int[LEVELS];
    int occupiedLevels;
    long current;
    int cascading = -1;

    /** Nothing is due before this tick. It may be early, never late. */
    long earliest = Long.MAX_VALUE;

    void insert(Timed entry, long dueAt) {
        long due = dueAt > LAST ? LAST : dueAt < current ? current : dueAt;
        entry.dueAt = due;
        place(entry);
        if (due < earliest) {
            earliest = due;
        }
    }

    private void place(Timed entry) {
        int level = Bits.highest(entry.dueAt ^ current) / DIGIT_BITS;
        int digit = (int) (entry.dueAt >>> level * DIGIT_BITS) & DIGITS - 1;
        int list = level * DIGITS + digit;
        Timed head = lists[list];
        entry.wheelList = list + 1;
        entry.previousTimed = null;
        entry.nextTimed = head;
        if (head != null) {
            head.previousTimed = entry;
        }
        lists[list] = entry;
        occupied[level] |= 1 << digit;
        occupiedLevels |= 1 << level;
    }

    /** Takes an entry out; one that is not in the wheel stays as it is. */
    void remove(Timed entry) {
        if (entry.wheelList == 0) {
            return;
        }
        int list = entry.wheelList - 1;
        if (entry.previousTimed == null) {
            lists[list] = entry.nextTimed;
        } else {
            entry.previousTimed.nextTimed = entry.nextTimed;
        }
        if (entry.nextTimed != null) {
            entry.nextTimed.previousTimed = entry.previousTimed;
        }
        entry.nextTimed = null;
        entry.previousTimed = null;
        entry.wheelList = 0;
        if (lists[list] == null) {
            int level = list >> DIGIT_BITS;
            occupied[level] &= ~(1 << (list & DIGITS - 1));
            if (occupied[level] == 0) {
                occupiedLevels &= ~(1 << level);
            }
        }
    }

    /** Takes out an entry that is due. Null: none is, or, with {@link #earliest} not after now, looking on would take too long in one go. */
    @LoopBound(value = STEPS, reason = "the rest is done at the next interrupt, which comes at once")
    Timed takeDue(long now) {
        Timed due = null;
        for (int step = 0; step < STEPS && due == null && earliest <= now; step++) {
            due = step(now);
        }
        return due;
    }

    /** Comes nearer to now by one list or one entry; answers one that is due. */
    Timed step(long now) {
        if (cascading >= 0) {
            Timed entry = lists[cascading];
            if (entry != null) {
                remove(entry);
                place(entry);
                return null;
            }
            cascading = -1;
        }
        if (occupiedLevels == 0) {
            earliest = Long.MAX_VALUE;
            advance(now);
            return null;
        }
        int level = Bits.lowest(occupiedLevels);
        int digit = Bits.lowest(occupied[level]);
        int shift = level * DIGIT_BITS;
        long base = current >>> shift + DIGIT_BITS << shift + DIGIT_BITS;
        long start = base | (long) digit << shift;
        if (start > now) {
            earliest = start;
            advance(now);
            return null;
        }
        advance(start);
        if (level == 0) {
            Timed entry = lists[digit];
            remove(entry);
            return entry;
        }
        cascading = level * DIGITS + digit;
        return null;
    }

    private void advance(long time) {
        if (time > current) {
            current = time;
        }
    }
}
