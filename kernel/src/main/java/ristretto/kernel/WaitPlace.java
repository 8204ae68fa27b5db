package ristretto.kernel;

import ristretto.magic.AlwaysInline;

/**
 * A first-in first-out queue of the threads that wait at an object. A thread is in at most one queue, this or the
 * scheduler's, and uses the same links for both.
 */
public abstract class WaitPlace extends KernelObject {
    Thread first;
    Thread last;

    @AlwaysInline
    final void enqueue(Thread thread) {
        thread.waitingAt = this;
        thread.next = null;
        thread.previous = last;
        if (last == null) {
            first = thread;
        } else {
            last.next = thread;
        }
        last = thread;
    }

    /** Removes the thread that {@link #first} is. */
    @AlwaysInline
    final void removeFirst(Thread thread) {
        Thread second = thread.next;
        first = second;
        if (second == null) {
            last = null;
        } else {
            second.previous = null;
        }
        thread.next = null;
        thread.waitingAt = null;
    }

    final void remove(Thread thread) {
        if (thread.previous == null) {
            first = thread.next;
        } else {
            thread.previous.next = thread.next;
        }
        if (thread.next == null) {
            last = thread.previous;
        } else {
            thread.next.previous = thread.previous;
        }
        thread.next = null;
        thread.previous = null;
        thread.waitingAt = null;
    }
}
