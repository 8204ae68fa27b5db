package ristretto.specification;

import static ristretto.specification.State.NONE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ristretto.abi.ErrorCode;
import ristretto.abi.Fault;
import ristretto.abi.ThreadState;
import ristretto.specification.State.ModelContext;
import ristretto.specification.State.ModelThread;

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

    abstract void endWait(int thread, int status);

    abstract void raise(int thread, int kind, long cause, long address);

    /** The thread could go on: it becomes ready behind those of its priority, if it has time. */
    void wake(int thread) {
        if (mayRun(thread)) {
            enqueue(thread, false);
        }
    }

    /** As {@link #wake}, before those of its priority. */
    void wakeFirst(int thread) {
        if (mayRun(thread)) {
            enqueue(thread, true);
        }
    }

    private boolean mayRun(int thread) {
        ModelThread t = s.threads[thread];
        t.deadline = 0;
        boolean may = t.context != NONE && hasTime(t.context);
        t.state = may ? ThreadState.READY : ThreadState.OUT_OF_BUDGET;
        return may;
    }

    void enqueue(int thread, boolean first) {
        int priority = s.threads[thread].priority;
        int at = 0;
        while (at < s.ready.size()) {
            int other = s.threads[s.ready.get(at)].priority;
            if (other < priority || other == priority && first) {
                break;
            }
            at++;
        }
        s.ready.add(at, thread);
    }

    /** Whether there is budget; a period that is over is followed by a new one, with the whole budget. */
    boolean hasTime(int context) {
        ModelContext c = s.contexts[context];
        boolean over = s.now >= c.refillAt() && c.budget() != 0;
        if (over && !(keepsPeriod && c.remaining() > 0)) {
            refill(context, c.budget(), c.period(), s.now + c.period());
        }
        return s.contexts[context].remaining() > 0;
    }

    void refill(int context, long budget, long period, long refillAt) {
        ModelContext c = s.contexts[context];
        s.contexts[context] =
                new ModelContext(c.alive(), budget, period, budget, refillAt, c.used(), c.thread(), c.lentThrough());
    }

    /** Gives the context to a thread, which has none; NONE: to nobody. */
    void assign(int context, int thread) {
        ModelContext c = s.contexts[context];
        if (c.thread() != NONE) {
            lose(c.thread());
        }
        s.contexts[context] = new ModelContext(
                c.alive(), c.budget(), c.period(), c.remaining(), c.refillAt(), c.used(), thread, c.lentThrough());
        if (thread != NONE) {
            s.threads[thread].context = context;
        }
    }

    private void lose(int thread) {
        ModelThread t = s.threads[thread];
        t.context = NONE;
        s.ready.remove((Integer) thread);
        if (t.state == ThreadState.READY || t.state == ThreadState.RUNNING) {
            t.state = ThreadState.OUT_OF_BUDGET;
        }
    }

    private record Due(long at, int thread, boolean isDeadline) {}

    /** Time passes, and what is due happens: deadlines, new periods for those who wait for one. */
    void pass(long ticks) {
        s.now += ticks;
        if (s.running != NONE && s.threads[s.running].context != NONE) {
            int context = s.threads[s.running].context;
            ModelContext c = s.contexts[context];
            s.contexts[context] = new ModelContext(
                    c.alive(),
                    c.budget(),
                    c.period(),
                    c.remaining() - ticks,
                    c.refillAt(),
                    c.used() + ticks,
                    c.thread(),
                    c.lentThrough());
        }
        List<Due> due = new ArrayList<>();
        for (int i = 0; i < s.threads.length; i++) {
            ModelThread t = s.threads[i];
            if (t.deadline != 0 && t.deadline <= s.now) {
                due.add(new Due(t.deadline, i, true));
            }
            if (t.state == ThreadState.OUT_OF_BUDGET && t.context != NONE) {
                ModelContext c = s.contexts[t.context];
                if (c.budget() != 0 && c.refillAt() <= s.now) {
                    due.add(new Due(c.refillAt(), i, false));
                }
            }
        }
        boolean isFirst = true;
        for (Due next : inOrder(due)) {
            // One is served at a time, and for the next one the timer interrupts at once: in between a budget that is
            // used up counts.
            if (!isFirst) {
                settle();
            }
            isFirst = false;
            if (next.isDeadline) {
                endWait(next.thread, ErrorCode.TIMED_OUT);
            } else {
                wake(next.thread);
            }
        }
    }

    /** By time; {@link #ties} numbers the permutations in which equals may come. */
    private List<Due> inOrder(List<Due> due) {
        List<Due> rest = new ArrayList<>(due);
        List<Due> permuted = new ArrayList<>();
        int choice = ties;
        while (!rest.isEmpty()) {
            permuted.add(rest.remove(choice % rest.size()));
            choice /= rest.size() + 1;
        }
        permuted.sort(Comparator.comparingLong(Due::at));
        return permuted;
    }

    /** At the end of each step: a used-up budget takes the processor away, and so does a more urgent thread. */
    void settle() {
        if (s.running != NONE && s.threads[s.running].state == ThreadState.RUNNING) {
            ModelThread t = s.threads[s.running];
            if (t.context == NONE || s.contexts[t.context].remaining() <= 0) {
                spend(s.running);
            }
        }
        boolean goesOn = s.running != NONE && s.threads[s.running].state == ThreadState.RUNNING;
        if (goesOn) {
            int priority = s.threads[s.running].priority;
            if (s.ready.isEmpty() || s.threads[s.ready.getFirst()].priority <= priority) {
                return;
            }
            s.threads[s.running].state = ThreadState.READY;
            enqueue(s.running, true);
        }
        s.running = s.ready.isEmpty() ? NONE : s.ready.removeFirst();
        if (s.running != NONE) {
            s.threads[s.running].state = ThreadState.RUNNING;
        }
    }

    private void spend(int thread) {
        ModelThread t = s.threads[thread];
        if (t.faultsOnBudget && t.context != NONE && !hasTime(t.context)) {
            raise(thread, Fault.BUDGET, 0, 0);
        } else {
            wake(thread);
        }
    }
}
