package ristretto.kernel;

import ristretto.magic.LoopBound;

/**
 * The ready threads of one core: a queue per priority and a bitmap of those that are not empty. Everything takes
 * constant time. The running thread is not in here.
 */
final class Scheduler {
    /** {@link #top} when nobody is ready. */
    static final int NOBODY = -1;

    final Thread[] first;
    final Thread[] last;
    final long[] occupied;

    /** The highest priority that is ready. */
    int top = NOBODY;

    Scheduler(int priorities) {
        first = new Thread[priorities];
        last = new Thread[priorities];
        occupied = new long[(priorities + 63) / 64];
    }

    void enqueue(Thread thread) {
        int priority = thread.priority;
        Thread before = last[priority];
        thread.next = null;
        thread.previous = before;
        last[priority] = thread;
        if (before == null) {
            first[priority] = thread;
            mark(priority);
        } else {
            before.next = thread;
        }
    }

    /** For a thread that is to go on as soon as its priority is served again. */
    void enqueueFirst(Thread thread) {
        int priority = thread.priority;
        Thread behind = first[priority];
        thread.previous = null;
        thread.next = behind;
        first[priority] = thread;
        if (behind == null) {
            last[priority] = thread;
            mark(priority);
        } else {
            behind.previous = thread;
        }
    }

    void remove(Thread thread) {
        int priority = thread.priority;
        if (thread.previous == null) {
            first[priority] = thread.next;
        } else {
            thread.previous.next = thread.next;
        }
        if (thread.next == null) {
            last[priority] = thread.previous;
        } else {
            thread.next.previous = thread.previous;
        }
        thread.next = null;
        thread.previous = null;
        if (first[priority] == null) {
            clear(priority);
        }
    }

    /** Takes the first thread of the highest priority; null if there is none. */
    Thread take() {
        if (top == NOBODY) {
            return null;
        }
        int priority = top;
        Thread thread = first[priority];
        Thread second = thread.next;
        first[priority] = second;
        if (second == null) {
            last[priority] = null;
            clear(priority);
        } else {
            second.previous = null;
        }
        thread.next = null;
        return thread;
    }

    private void mark(int priority) {
        occupied[priority >> 6] |= 1L << (priority & 63);
        if (priority > top) {
            top = priority;
        }
    }

    @LoopBound(value = 4, reason = "256 priorities in words of 64")
    private void clear(int priority) {
        occupied[priority >> 6] &= ~(1L << (priority & 63));
        if (priority != top) {
            return;
        }
        for (int word = priority >> 6; word >= 0; word--) {
            if (occupied[word] != 0) {
                top = word * 64 + Bits.highest(occupied[word]);
                return;
            }
        }
        top = NOBODY;
    }
}
