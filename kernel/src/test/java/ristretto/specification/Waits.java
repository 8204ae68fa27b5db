package ristretto.specification;

import static ristretto.abi.ErrorCode.CANCELLED;
import static ristretto.abi.ErrorCode.SERVER_GONE;
import static ristretto.abi.ThreadState.AWAITING_REPLY;
import static ristretto.abi.ThreadState.SENDING;
import static ristretto.abi.ThreadState.SUSPENDED;

import java.util.Arrays;
import java.util.List;
import ristretto.specification.State.Context;
import ristretto.specification.State.Endpoint;
import ristretto.specification.State.Notification;
import ristretto.specification.State.Reply;
import ristretto.specification.State.Thread;

/** How waits end, and what is lent while they last. */
abstract class Waits extends Processor {
    // ---- a scheduling context is lent through the Reply in which its lender waits

    void lend(Thread lender, Thread borrower, Reply reply) {
        if (lender.context != null) {
            lender.context.lentThrough.add(reply);
            assign(lender.context, borrower);
        }
    }

    /** null: it has lent none. */
    Context lentThrough(Reply reply) {
        return s.each(Context.class)
                .filter(context -> context.lentThrough.contains(reply))
                .findAny()
                .orElse(null);
    }

    /** Whoever waits in the Reply has its context back, and all to whom it went from there have no claim. */
    void giveBack(Reply reply) {
        Context context = lentThrough(reply);
        if (context != null) {
            List<Reply> through = context.lentThrough;
            through.subList(through.indexOf(reply), through.size()).clear();
            assign(context, reply.caller);
        }
    }

    /** What it has lent to whom it called; null: nothing. */
    Context lentBy(Thread thread) {
        return thread.state == AWAITING_REPLY ? lentThrough(thread.reply) : null;
    }

    // ---- the end of a wait

    void block(Thread thread, int state, State.KernelObject place, Reply reply, long deadline) {
        thread.state = state;
        thread.waitsAt = place;
        thread.reply = reply;
        thread.deadline = deadline;
        if (state != SENDING && thread.fault == 0) {
            Arrays.fill(thread.registers, null);
        }
    }

    /** From wherever it waits or is ready. */
    void takeOut(Thread thread) {
        s.ready.remove(thread);
        switch (thread.waitsAt) {
            case Endpoint endpoint -> {
                endpoint.senders.remove(thread);
                endpoint.receivers.remove(thread);
            }
            case Notification notification -> notification.waiters.remove(thread);
            case null, default -> {}
        }
        if (thread.reply != null) {
            if (thread.state == AWAITING_REPLY) {
                giveBack(thread.reply);
            }
            thread.reply.caller = null;
            thread.reply.receiver = null;
        }
        thread.deadline = 0;
        thread.waitsAt = null;
        thread.reply = null;
    }

    /** Without a message: all but the status is undefined. A thread that waits for the answer to a fault is suspended. */
    @Override
    void endWait(Thread thread, int status) {
        boolean faulted = thread.fault != 0;
        suspend(thread, status);
        if (!faulted) {
            wake(thread);
        }
    }

    void suspend(Thread thread, int status) {
        if (thread.waits() && thread.fault == 0) {
            Arrays.fill(thread.registers, null);
            thread.registers[Thread.STATUS] = (long) status;
        }
        takeOut(thread);
        thread.fault = 0;
        thread.state = SUSPENDED;
    }

    void bind(Notification notification, Thread thread) {
        if (notification.bound != null) {
            notification.bound.bound = null;
        }
        notification.bound = thread;
        if (thread != null) {
            thread.bound = notification;
        }
    }

    // ---- the end of objects: each takes those who wait at it, in their order

    void endEndpoint(Endpoint endpoint) {
        List.copyOf(endpoint.senders).forEach(thread -> endWait(thread, CANCELLED));
        List.copyOf(endpoint.receivers).forEach(thread -> endWait(thread, CANCELLED));
    }

    void endNotification(Notification notification) {
        bind(notification, null);
        List.copyOf(notification.waiters).forEach(thread -> endWait(thread, CANCELLED));
    }

    void endReply(Reply reply) {
        if (reply.caller != null) {
            endWait(reply.caller, SERVER_GONE);
        }
        if (reply.receiver != null) {
            endWait(reply.receiver, CANCELLED);
        }
    }
}
