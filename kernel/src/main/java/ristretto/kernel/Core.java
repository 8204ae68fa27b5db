package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.Fault;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.FloatUnit;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.magic.AlwaysInline;
import ristretto.magic.Memory;
import ristretto.magic.riscv64.Machine;

/**
 * One processor core: who runs, who is ready, what is due. All changes of a thread's {@code state} to and from the
 * processor are made here and in {@link FastPath}.
 */
public final class Core {
    /**
     * Ticks that an idle core sleeps at most, with nothing due: emulators that skip idle time, up to the next timer,
     * hang without one, and overflow with one that is set too far ahead.
     */
    private static final long LONGEST_IDLE = 1 << 24;

    /**
     * Whose values the floating-point registers hold; null: nobody's. A thread for which the unit is on when it runs is
     * the owner; {@code entry.S} knows this field as the first of the class.
     */
    RegisterFrame floatOwner;

    /** The running thread; null: the core idles, or the thread that ran was destroyed. */
    public Thread current;

    /**
     * The last thread that became ready in this entry into the kernel. It is probably the one to go on with, so it is put
     * into the scheduler only if {@link #settle} finds that it is not. READY, and in no queue.
     */
    Thread handed;

    /** It goes before others of its priority. */
    boolean handedFirst;

    final Scheduler scheduler;
    final TimerWheel timers = new TimerWheel();

    /** Time of the last entry into the kernel; up to here the processor time is charged. */
    long now;

    long idleTicks;

    /**
     * What the timer is set to: never after what the wheel holds, perhaps too early; then its interrupt finds nothing
     * to do.
     */
    long timerAt = Long.MAX_VALUE;

    /** For whose budget the timer was set by {@link #settle} last; null: nobody's. */
    SchedulingContext timedContext;

    Core(int priorities) {
        scheduler = new Scheduler(priorities);
    }

    /** Takes the time and charges the running thread, or the idle time, up to now. */
    @AlwaysInline
    public void charge() {
        long time = Machine.readTime();
        long elapsed = time - now;
        now = time;
        Thread thread = current;
        if (thread == null) {
            idleTicks += elapsed;
            return;
        }
        if (thread.context != null) {
            thread.context.remaining -= elapsed;
        }
    }

    /** A suspended thread, or one whose wait is over, may run as soon as it has priority and budget. */
    void makeReady(Thread thread) {
        if (mayRun(thread)) {
            hand(thread, false);
        }
    }

    /** As {@link #makeReady}, before others of its priority: a message goes straight on to its receiver. */
    void makeReadyFirst(Thread thread) {
        if (mayRun(thread)) {
            hand(thread, true);
        }
    }

    private void hand(Thread thread, boolean first) {
        if (handed != null) {
            queueHanded(handed);
        }
        handed = thread;
        handedFirst = first;
    }

    private void queueHanded(Thread thread) {
        if (handedFirst) {
            scheduler.enqueueFirst(thread);
        } else {
            scheduler.enqueue(thread);
        }
    }

    /** A ready thread is not to run; its state is the caller's to set then. */
    void unready(Thread thread) {
        if (thread == handed) {
            handed = null;
        } else {
            scheduler.remove(thread);
        }
    }

    private boolean mayRun(Thread thread) {
        forgetDeadline(thread);
        SchedulingContext context = thread.context;
        if (context != null && context.isEligible(now)) {
            thread.state = ThreadState.READY;
            return true;
        }
        thread.state = ThreadState.OUT_OF_BUDGET;
        if (context != null && context.budget != 0 && context.wheelList == 0) {
            timers.insert(context, context.refillAt);
        }
        return false;
    }

    /** Blocks a thread, until the deadline if there is one. The caller has put it where it waits. */
    void block(Thread thread, int state, long deadline) {
        thread.state = state;
        if (deadline != 0) {
            timers.insert(thread, deadline);
        }
    }

    @AlwaysInline
    private void forgetDeadline(Thread thread) {
        if (thread.hasDeadline()) {
            timers.remove(thread);
        }
    }

    /** Takes a thread from wherever it waits or is ready; its state is the caller's to set then. */
    void takeOut(Thread thread) {
        forgetDeadline(thread);
        switch (thread.state) {
            case ThreadState.READY -> unready(thread);
            case ThreadState.SENDING, ThreadState.WAITING -> thread.waitingAt.remove(thread);
            case ThreadState.RECEIVING -> {
                Memory.as(Endpoint.class, thread.waitingAt).removeReceiver(thread);
                thread.reply.receiver = null;
            }
            case ThreadState.AWAITING_REPLY -> {
                Lending.giveBack(this, thread.reply);
                thread.reply.caller = null;
            }
            default -> {}
        }
    }

    /** Ends a wait with a status. A thread that waits for the answer to a fault stays suspended. */
    void endWait(Thread thread, int status) {
        takeOut(thread);
        if (thread.faultKind != 0) {
            thread.faultKind = 0;
            thread.state = ThreadState.SUSPENDED;
            return;
        }
        thread.registers.setStatus(status);
        makeReady(thread);
    }

    /** Stops a thread wherever it is. */
    void suspend(Thread thread) {
        if (thread.isWaiting() && thread.faultKind == 0) {
            thread.registers.setStatus(ErrorCode.CANCELLED);
        }
        takeOut(thread);
        thread.faultKind = 0;
        thread.state = ThreadState.SUSPENDED;
    }

    /** Handles what is due, one deadline that passed or budget that comes back; for the next one an interrupt comes at once. */
    public void serveTimers() {
        timerAt = Long.MAX_VALUE;
        timedContext = null;
        Timed due = timers.takeDue(now);
        if (due == null) {
            return;
        }
        if (due instanceof Thread thread) {
            endWait(thread, ErrorCode.TIMED_OUT);
        } else if (due instanceof SchedulingContext context) {
            Thread thread = context.thread;
            if (thread != null && thread.state == ThreadState.OUT_OF_BUDGET) {
                makeReady(thread);
            }
        }
    }

    /** Decides who runs from here on, and prepares the core for it. Null: nobody can. */
    public Thread settle() {
        Thread thread = current;
        if (handed == null && thread != null && goesOn(thread)) {
            if (timers.earliest < timerAt) {
                setTimer(thread.context);
            }
            return thread;
        }
        if (thread != null && thread.state == ThreadState.RUNNING) {
            SchedulingContext context = thread.context;
            if (context == null || context.remaining <= 0) {
                spend(thread, context);
            }
        }
        boolean runs = thread != null && thread.state == ThreadState.RUNNING;
        Thread next = handed;
        if (next != null) {
            handed = null;
            int priority = next.priority;
            int top = scheduler.top;
            if (priority < top || priority == top && !handedFirst || runs && priority <= thread.priority) {
                queueHanded(next);
                next = null;
            }
        }
        if (next == null && runs && scheduler.top <= thread.priority) {
            setTimer(thread.context);
            return thread;
        }
        if (runs) {
            thread.state = ThreadState.READY;
            scheduler.enqueueFirst(thread);
        }
        if (next == null) {
            next = scheduler.take();
        }
        return change(thread, next);
    }

    /** With its context as it was, so that its timer is set already. */
    private boolean goesOn(Thread thread) {
        return thread.state == ThreadState.RUNNING
                && thread.context == timedContext
                && thread.context != null
                && thread.context.remaining > 0
                && scheduler.top <= thread.priority;
    }

    private Thread change(Thread thread, Thread next) {
        if (thread != next && thread != null) {
            leaveFloats(thread.registers);
        }
        current = next;
        if (next == null) {
            setTimer(null);
            return null;
        }
        next.state = ThreadState.RUNNING;
        if (thread != next) {
            useSpace(next.control);
            enterFloats(next.registers);
        }
        setTimer(next.context);
        return next;
    }

    private void spend(Thread thread, SchedulingContext context) {
        if (thread.faultsOnBudget && context != null && !context.isEligible(now)) {
            Faults.raise(this, thread, Fault.BUDGET, 0, 0);
        } else {
            makeReady(thread);
        }
    }

    /**
     * Registers that changed are saved; a thread that did not change them while it ran finds the unit off next time. A
     * thread that used them the last time gets them at once.
     */
    public void changeFloats(RegisterFrame from, RegisterFrame to) {
        leaveFloats(from);
        enterFloats(to);
    }

    private static void leaveFloats(RegisterFrame registers) {
        if (FloatUnit.isDirty(registers)) {
            FloatUnit.unload(registers);
        } else {
            FloatUnit.turnOff(registers);
        }
    }

    private void enterFloats(RegisterFrame registers) {
        if (!FloatUnit.isOff(registers) && floatOwner != registers) {
            FloatUnit.load(registers);
            floatOwner = registers;
        }
    }

    /** The running thread needs the floating-point unit, which is off for it. */
    public void turnOnFloats(Thread thread) {
        FloatUnit.turnOn(thread.registers);
        enterFloats(thread.registers);
    }

    /** A thread that is started again finds zeroes there, as in all other registers. */
    void forgetFloats(Thread thread) {
        FloatUnit.clear(thread.registers);
        if (floatOwner == thread.registers) {
            floatOwner = null;
        }
    }

    @AlwaysInline
    void useSpace(long control) {
        Machine.writeSatp(control);
    }

    /** A budget changed: the timer is set anew. */
    void forgetTimer() {
        timedContext = null;
    }

    private void setTimer(SchedulingContext running) {
        timedContext = running;
        long end = now + (running == null ? LONGEST_IDLE : running.remaining);
        setTimerEarlier(end < timers.earliest ? end : timers.earliest);
    }

    /** The timer is never set later than the wheel needs; a thread that takes over may need it earlier. */
    @AlwaysInline
    void setTimerEarlier(long due) {
        if (due < timerAt) {
            timerAt = due;
            Machine.writeStimecmp(due);
        }
    }
}
