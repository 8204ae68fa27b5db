package ristretto.specification;

import static ristretto.specification.State.NONE;
import static ristretto.specification.State.STATUS;

import java.util.Arrays;
import java.util.List;
import ristretto.abi.ErrorCode;
import ristretto.abi.ThreadState;
import ristretto.specification.State.Capability;
import ristretto.specification.State.ModelEndpoint;
import ristretto.specification.State.ModelNotification;
import ristretto.specification.State.ModelReply;
import ristretto.specification.State.ModelThread;

/** How waits end, what is lent while they last, and what a capability says. */
abstract class Waits extends Processor {
    /** Thrown when a call is refused; the step is then undone. */
    static final class Refusal extends RuntimeException {
        final int code;
        final int argument;
        final long expected;
        final long got;

        Refusal(int code, int argument, long expected, long got) {
            super(null, null, false, false);
            this.code = code;
            this.argument = argument;
            this.expected = expected;
            this.got = got;
        }
    }

    /** The capability in a slot; refused if there is none. */
    Capability filled(int argument, long index) {
        if (index < 0 || index >= s.tableSize || s.slots[(int) index] == null) {
            throw new Refusal(ErrorCode.NO_CAPABILITY, argument, s.tableSize, index);
        }
        return s.slots[(int) index];
    }

    Capability object(int argument, long index, int type, int rights) {
        Capability capability = filled(argument, index);
        if (capability.type() != type) {
            throw new Refusal(ErrorCode.WRONG_TYPE, argument, type, capability.type());
        }
        if ((capability.rights() & rights) != rights) {
            throw new Refusal(ErrorCode.MISSING_RIGHT, argument, rights, capability.rights());
        }
        return capability;
    }

    // ---- a scheduling context is lent through the Reply in which its lender waits

    void lend(int lender, int borrower, int reply) {
        int context = s.threads[lender].context;
        if (context != NONE) {
            s.contexts[context].lentThrough().add(reply);
            assign(context, borrower);
        }
    }

    /** Whoever waits in the Reply has its context back, and all to whom it went from there have no claim. */
    void giveBack(int reply) {
        for (int context = 0; context < s.contexts.length; context++) {
            List<Integer> lentThrough = s.contexts[context].lentThrough();
            int at = lentThrough.indexOf(reply);
            if (at >= 0) {
                lentThrough.subList(at, lentThrough.size()).clear();
                assign(context, s.replies[reply].caller());
            }
        }
    }

    boolean hasLent(int thread) {
        int reply = s.threads[thread].reply;
        return s.threads[thread].state == ThreadState.AWAITING_REPLY
                && Arrays.stream(s.contexts)
                        .anyMatch(context -> context.lentThrough().contains(reply));
    }

    // ---- the end of a wait

    /** From wherever it waits or is ready. */
    void takeOut(int thread) {
        ModelThread t = s.threads[thread];
        t.deadline = 0;
        switch (t.state) {
            case ThreadState.READY -> s.ready.remove((Integer) thread);
            case ThreadState.SENDING -> s.endpoints[t.place].senders().remove((Integer) thread);
            case ThreadState.WAITING -> s.notifications[t.place].waiters().remove((Integer) thread);
            case ThreadState.RECEIVING -> {
                s.endpoints[t.place].receivers().remove((Integer) thread);
                s.replies[t.reply] = new ModelReply(s.replies[t.reply].alive(), NONE, NONE);
            }
            case ThreadState.AWAITING_REPLY -> {
                giveBack(t.reply);
                s.replies[t.reply] = new ModelReply(s.replies[t.reply].alive(), NONE, NONE);
            }
            default -> {}
        }
        t.place = NONE;
        t.reply = NONE;
    }

    /** Without a message: all but the status is undefined. A thread that waits for the answer to a fault is suspended. */
    @Override
    void endWait(int thread, int status) {
        ModelThread t = s.threads[thread];
        takeOut(thread);
        if (t.fault != 0) {
            t.fault = 0;
            t.state = ThreadState.SUSPENDED;
            return;
        }
        Arrays.fill(t.registers, null);
        t.registers[STATUS] = (long) status;
        wake(thread);
    }

    void suspend(int thread) {
        ModelThread t = s.threads[thread];
        if (t.state >= ThreadState.SENDING && t.fault == 0) {
            Arrays.fill(t.registers, null);
            t.registers[STATUS] = (long) ErrorCode.CANCELLED;
        }
        takeOut(thread);
        t.fault = 0;
        t.state = ThreadState.SUSPENDED;
    }

    void unbind(int notification) {
        ModelNotification n = s.notifications[notification];
        if (n.bound() != NONE) {
            s.threads[n.bound()].bound = NONE;
        }
        s.notifications[notification] = new ModelNotification(n.alive(), n.bits(), NONE, n.waiters());
    }

    // ---- the end of objects: each takes those who wait at it, in their order

    void endEndpoint(int endpoint) {
        ModelEndpoint e = s.endpoints[endpoint];
        for (int thread : List.copyOf(e.senders())) {
            endWait(thread, ErrorCode.CANCELLED);
        }
        for (int thread : List.copyOf(e.receivers())) {
            endWait(thread, ErrorCode.CANCELLED);
        }
        s.endpoints[endpoint] = new ModelEndpoint(false, List.of(), List.of());
    }

    void endNotification(int notification) {
        unbind(notification);
        for (int thread : List.copyOf(s.notifications[notification].waiters())) {
            endWait(thread, ErrorCode.CANCELLED);
        }
        s.notifications[notification] = new ModelNotification(false, 0, NONE, List.of());
    }

    void endReply(int reply) {
        ModelReply r = s.replies[reply];
        if (r.caller() != NONE) {
            endWait(r.caller(), ErrorCode.SERVER_GONE);
        }
        if (r.receiver() != NONE) {
            endWait(r.receiver(), ErrorCode.CANCELLED);
        }
        s.replies[reply] = new ModelReply(false, NONE, NONE);
    }

    void endContext(int context) {
        assign(context, NONE);
        s.contexts[context] = new State.ModelContext(false, 0, 0, 0, 0, 0, NONE, List.of());
    }

    void endThread(int thread) {
        ModelThread t = s.threads[thread];
        suspend(thread);
        if (s.running == thread) {
            s.running = NONE;
        }
        if (t.bound != NONE) {
            unbind(t.bound);
        }
        if (t.context != NONE) {
            assign(t.context, NONE);
        }
        s.threads[thread] = new ModelThread();
        s.threads[thread].alive = false;
    }
}
