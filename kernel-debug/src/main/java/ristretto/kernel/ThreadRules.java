package ristretto.kernel;

import ristretto.abi.ThreadState;
import ristretto.magic.LoopBound;

/** What must hold of threads, and of the scheduler that they are in. */
final class ThreadRules {
    private static final byte[] STATE = Text.of("a thread in the scheduler is not ready");
    private static final byte[] QUEUE = Text.of("a queue of the scheduler is broken");
    private static final byte[] TOP = Text.of("the highest ready priority is wrong");
    private static final byte[] INCOMPLETE = Text.of("a thread that may run lacks table, space or scheduling context");
    private static final byte[] CURRENT = Text.of("RUNNING and the core's current thread disagree");
    private static final byte[] READY = Text.of("READY and the scheduler disagree");
    private static final byte[] STALE = Text.of("a thread's shortcuts are stale");
    private static final byte[] CONTEXT = Text.of("a thread's scheduling context belongs to another");
    private static final byte[] BOUND = Text.of("a thread's notification belongs to another");
    private static final byte[] MESSAGE_PAGE = Text.of("a thread has a message page without its frame");
    private static final byte[] DEADLINE = Text.of("a thread that does not wait has a deadline");
    private static final byte[] FAULT = Text.of("a fault in a thread that does not wait for its answer");
    private static final byte[] REPLY = Text.of("a thread and its Reply disagree");
    private static final byte[] PLACE = Text.of("a thread waits nowhere");
    private static final byte[] BUDGET = Text.of("a thread waits for a budget that never comes");
    private static final byte[] WHEEL = Text.of("the timer wheel's list is broken");
    private static final int PRIORITIES = 256;

    private final Finding finding;
    private final Census census;
    private final Kernel kernel;

    /** Threads in the scheduler; those that were found and are READY count down. */
    private int queued;

    ThreadRules(Finding finding, Census census, Kernel kernel) {
        this.finding = finding;
        this.census = census;
        this.kernel = kernel;
    }

    @LoopBound(value = PRIORITIES, reason = "priorities")
    void scheduler() {
        queued = 0;
        Scheduler scheduler = kernel.core.scheduler;
        int top = Scheduler.NOBODY;
        for (int priority = 0; priority < PRIORITIES; priority++) {
            if (scheduler.first[priority] != null) {
                queue(scheduler.first[priority], priority);
                top = priority;
            }
        }
        Thread current = kernel.core.current;
        finding.must(top == scheduler.top, TOP, current);
        if (current != null) {
            finding.must(current.state == ThreadState.RUNNING, CURRENT, current);
            finding.must(current.isConfigured() && current.context != null, INCOMPLETE, current);
        }
    }

    @LoopBound(value = Census.MOST, reason = "threads")
    private void queue(Thread first, int priority) {
        Thread before = null;
        Thread thread = first;
        for (int i = 0; i < Census.MOST && thread != null; i++) {
            finding.must(thread.state == ThreadState.READY, STATE, thread);
            finding.must(
                    thread.priority == priority && thread.previous == before && census.knows(thread), QUEUE, thread);
            finding.must(thread.context != null && thread.isConfigured(), INCOMPLETE, thread);
            queued++;
            before = thread;
            thread = thread.next;
        }
        finding.must(thread == null, QUEUE, first);
    }

    /** After all threads were looked at. */
    void end() {
        finding.must(queued == 0, READY, kernel.core.current);
    }

    void check(Thread thread) {
        int state = thread.state;
        if (state == ThreadState.READY) {
            queued--;
        }
        finding.must((state == ThreadState.RUNNING) == (kernel.core.current == thread), CURRENT, thread);
        shortcuts(thread);
        timed(thread);
        finding.must(thread.context == null || thread.context.thread == thread, CONTEXT, thread);
        finding.must(thread.bound == null || thread.bound.bound == thread, BOUND, thread);
        finding.must(thread.messageFrame != null || thread.messagePage == 0, MESSAGE_PAGE, thread);
        finding.must(thread.isWaiting() || thread.wheelList == 0, DEADLINE, thread);
        finding.must(
                thread.faultKind == 0 || state == ThreadState.SENDING || state == ThreadState.AWAITING_REPLY,
                FAULT,
                thread);
        finding.must(
                state != ThreadState.SENDING && state != ThreadState.WAITING && state != ThreadState.RECEIVING
                        || thread.waitingAt != null && census.knows(thread.waitingAt),
                PLACE,
                thread);
        if (state == ThreadState.RECEIVING) {
            finding.must(census.knows(thread.reply) && thread.reply.receiver == thread, REPLY, thread);
        } else if (state == ThreadState.AWAITING_REPLY) {
            finding.must(census.knows(thread.reply) && thread.reply.caller == thread, REPLY, thread);
        } else if (state == ThreadState.OUT_OF_BUDGET && thread.context != null && thread.context.budget != 0) {
            finding.must(thread.context.wheelList != 0, BUDGET, thread);
        }
    }

    /** Without a table there are two ways to find nothing. */
    private void shortcuts(Thread thread) {
        boolean noTable = thread.table == null && thread.callTable == null;
        boolean fresh = thread.space == thread.spaceSlot.object
                && thread.table == thread.tableSlot.object
                && thread.control == (thread.space == null ? 0 : thread.space.control)
                && (noTable || thread.callTable == (thread.foreign ? kernel.noTable : thread.table));
        finding.must(fresh, STALE, thread);
    }

    /** What is in the timer wheel, as far as its own links tell. */
    void timed(Timed timed) {
        Timed next = timed.nextTimed;
        Timed before = timed.previousTimed;
        boolean linked = (next == null || next.previousTimed == timed && next.wheelList == timed.wheelList)
                && (before == null || before.nextTimed == timed && before.wheelList == timed.wheelList);
        finding.must(linked && (timed.wheelList != 0 || next == null && before == null), WHEEL, timed);
    }
}
