package ristretto.specification;

import static ristretto.abi.ErrorCode.TIMED_OUT;
import static ristretto.abi.ThreadState.OUT_OF_BUDGET;
import static ristretto.abi.ThreadState.READY;
import static ristretto.abi.ThreadState.RUNNING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ristretto.abi.Fault;
import ristretto.specification.State.Context;
import ristretto.specification.State.Thread;

/** Who runs, on whose time. */
abstract class Processor {
    State s;

    /**
     * Left open to the kernel: a thread that is woken with budget left may keep its old period until that is used up,
     * where the call is one of those that have a fast path.
     */
    boolean keepsPeriod;

    /** Left open to the kernel: which of several that are due at the same tick is served first. */
    int ties;

    abstract void endWait(Thread thread, int status);

    abstract void raise(Thread thread, int kind, long cause, long address);

    /** The thread could go on: it becomes ready behind those of its priority, if it has time. */
    void wake(Thread thread) {
        wake(thread, false);
    }

    /** As {@link #wake}, before those of its priority. */
    void wakeFirst(Thread thread) {
        wake(thread, true);
    }

    private void wake(Thread thread, boolean first) {
        boolean may = thread.context != null && hasTime(thread.context);
        thread.deadline = 0;
        thread.state = may ? READY : OUT_OF_BUDGET;
        if (may) {
            enqueue(thread, first);
        }
    }

    void enqueue(Thread thread, boolean first) {
        int least = first ? thread.priority + 1 : thread.priority;
        int before =
                (int) s.ready.stream().filter(other -> other.priority >= least).count();
        s.ready.add(before, thread);
    }

    /** Whether there is budget; a period that is over is followed by a new one, with the whole budget. */
    boolean hasTime(Context context) {
        boolean over = s.now >= context.refillAt && context.budget != 0;
        if (over && !(keepsPeriod && context.remaining > 0)) {
            refill(context);
        }
        return context.remaining > 0;
    }

    void refill(Context context) {
        context.remaining = context.budget;
        context.refillAt = s.now + context.period;
    }

    /** Gives the context to a thread, which has none; null: to nobody. */
    void assign(Context context, Thread thread) {
        Thread loser = context.thread;
        if (loser != null) {
            loser.context = null;
            s.ready.remove(loser);
            if (loser.state == READY || loser.state == RUNNING) {
                loser.state = OUT_OF_BUDGET;
            }
        }
        context.thread = thread;
        if (thread != null) {
            thread.context = context;
        }
    }

    private record Due(long at, Runnable what) {}

    /** Time passes, and what is due happens: deadlines, new periods for those who wait for one. */
    void pass(long ticks) {
        s.now += ticks;
        if (s.running != null && s.running.context != null) {
            s.running.context.remaining -= ticks;
            s.running.context.used += ticks;
        }
        List<Due> due = new ArrayList<>();
        s.each(Thread.class).forEach(thread -> {
            Context context = thread.context;
            if (thread.deadline != 0 && thread.deadline <= s.now) {
                due.add(new Due(thread.deadline, () -> endWait(thread, TIMED_OUT)));
            }
            boolean waits = thread.state == OUT_OF_BUDGET && context != null && context.budget != 0;
            if (waits && context.refillAt <= s.now) {
                due.add(new Due(context.refillAt, () -> wake(thread)));
            }
        });
        // One is served at a time, and for the next one the timer interrupts at once: in between a budget that is used
        // up counts.
        for (Due next : inOrder(due)) {
            next.what.run();
            settle();
        }
    }

    /** By time; {@link #ties} numbers the permutations in which equals may come. */
    private List<Due> inOrder(List<Due> due) {
        List<Due> permuted = new ArrayList<>();
        for (int choice = ties; !due.isEmpty(); choice /= due.size() + 1) {
            permuted.add(due.remove(choice % due.size()));
        }
        permuted.sort(Comparator.comparingLong(Due::at));
        return permuted;
    }

    private boolean runs() {
        return s.running != null && s.running.state == RUNNING;
    }

    /** At the end of each step: a used-up budget takes the processor away, and so does a more urgent thread. */
    void settle() {
        Thread thread = s.running;
        if (runs() && (thread.context == null || thread.context.remaining <= 0)) {
            spend(thread);
        }
        if (runs()) {
            if (s.ready.isEmpty() || s.ready.getFirst().priority <= thread.priority) {
                return;
            }
            thread.state = READY;
            enqueue(thread, true);
        }
        s.running = s.ready.isEmpty() ? null : s.ready.removeFirst();
        if (s.running != null) {
            s.running.state = RUNNING;
        }
    }

    private void spend(Thread thread) {
        if (thread.faultsOnBudget && thread.context != null && !hasTime(thread.context)) {
            raise(thread, Fault.BUDGET, 0, 0);
        } else {
            wake(thread);
        }
    }
}
