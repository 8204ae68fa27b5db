package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.Fault;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.FloatUnit;
import ristretto.magic.AlwaysInline;
import ristretto.magic.LoopBound;
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

    /** The running thread; null: the core idles, or the thread that ran was destroyed. */
    public Thread current;

    final Scheduler scheduler = new Scheduler(256);
    final TimerWheel timers = new TimerWheel();

    /** Time of the last entry into the kernel; up to here the processor time is charged. */
    long now;

    long idleTicks;

    /**
     * What the timer is set to: never after what the wheel holds, perhaps too early; then its interrupt finds nothing
     * to do.
     */
    long timerAt = Long.MAX_VALUE;

    /** The thread whose values the floating-point registers hold; for all others the unit is off. */
    Thread floatOwner;

    /** Takes the time and charges the running thread, or the idle time, up to now. */
    @AlwaysInline
    void charge() {
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

    /** Begins a general way through the kernel. */
    public void begin() {
        charge();
    }

    /** A suspended thread, or one whose wait is over, may run as soon as it has priority and budget. */
    void makeReady(Thread thread) {
        if (mayRun(thread)) {
            scheduler.enqueue(thread);
        }
    }

    /** As {@link #makeReady}, before others of its priority: a message goes straight on to its receiver. */
    void makeReadyFirst(Thread thread) {
        if (mayRun(thread)) {
            scheduler.enqueueFirst(thread);
        }
    }

    private boolean mayRun(Thread thread) {
        timers.remove(thread);
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

    /** Takes a thread from wherever it waits or is ready; its state is the caller's to set then. */
    void takeOut(Thread thread) {
        timers.remove(thread);
        switch (thread.state) {
            case ThreadState.READY -> scheduler.remove(thread);
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

    /** Handles what is due: deadlines that passed, budgets that come back. */
    @LoopBound(value = 32, reason = "the rest is done at the next interrupt, which comes at once")
    public void serveTimers() {
        timerAt = Long.MAX_VALUE;
        for (int i = 0; i < 32; i++) {
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
        timers.earliest = now;
    }

    /** Decides who runs from here on, and prepares the core for it. Null: nobody can. */
    public Thread settle() {
        Thread thread = current;
        if (thread != null && thread.state == ThreadState.RUNNING) {
            SchedulingContext context = thread.context;
            if (context == null || context.remaining <= 0) {
                spend(thread, context);
            } else if (scheduler.top > thread.priority) {
                thread.state = ThreadState.READY;
                scheduler.enqueueFirst(thread);
            } else {
                setTimer(context);
                return thread;
            }
        }
        Thread next = scheduler.take();
        leave(thread);
        if (next == null) {
            current = null;
            setTimer(null);
            return null;
        }
        next.state = ThreadState.RUNNING;
        useSpace(next.control);
        current = next;
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

    /** Floating-point registers that changed are saved at once, but loaded only when they are used. */
    private void leave(Thread thread) {
        if (thread != null && FloatUnit.isDirty(thread.registers)) {
            FloatUnit.unload(thread.registers, thread.floats);
            floatOwner = thread;
        }
    }

    /**
     * The running thread needs the floating-point unit, which is off for it because the registers hold another's
     * values.
     */
    public void turnOnFloats(Thread thread) {
        if (floatOwner != thread) {
            if (floatOwner != null) {
                FloatUnit.turnOff(floatOwner.registers);
            }
            FloatUnit.load(thread.floats);
            floatOwner = thread;
        }
        FloatUnit.turnOn(thread.registers);
    }

    /** A thread that is started again finds zeroes there, as in all other registers. */
    void forgetFloats(Thread thread) {
        thread.floats.clear();
        if (floatOwner == thread) {
            floatOwner = null;
        }
    }

    @AlwaysInline
    void useSpace(long control) {
        Machine.writeSatp(control);
    }

    private void setTimer(SchedulingContext running) {
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
