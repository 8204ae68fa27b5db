package ristretto.kernel;

import ristretto.magic.LoopBound;

/**
 * A passive server, one without a scheduling context of its own, runs on its caller's. The caller lends it through the
 * {@link Reply} that it waits in, and gets it back when that wait ends, however it ends. A borrower may lend it on: the
 * Replies through which a context is lent form a stack, the last one on top.
 *
 * <p>Rule: {@code context.lentThrough} is the top; each Reply of the stack has {@code lent} set, all others null; the
 * caller in each has no context. At most {@link #DEEPEST} deep, so that all ways through it are bounded.
 */
final class Lending {
    static final int DEEPEST = 16;

    /** Whether it cannot be lent once more. */
    @LoopBound(value = DEEPEST, reason = "deepest stack")
    static boolean isDeep(SchedulingContext context) {
        Reply reply = context.lentThrough;
        for (int i = 0; i < DEEPEST; i++) {
            if (reply == null) {
                return false;
            }
            reply = reply.below;
        }
        return true;
    }

    /** The server, which has no context, gets the sender's, if that has one. */
    static void lend(Reply reply, Thread sender, Thread server) {
        SchedulingContext context = sender.context;
        if (context == null) {
            return;
        }
        sender.context = null;
        server.context = context;
        context.thread = server;
        reply.lent = context;
        reply.below = context.lentThrough;
        context.lentThrough = reply;
    }

    /**
     * The caller that waits in this Reply gets back what it lent, and whoever has borrowed it loses it. Those who lent
     * it on from there on have no claim to it any more.
     */
    static void giveBack(Core core, Reply reply) {
        SchedulingContext context = reply.lent;
        if (context == null) {
            return;
        }
        pop(context, reply);
        Threads.unbindContext(core, context);
        Thread lender = reply.caller;
        lender.context = context;
        context.thread = lender;
    }

    /** The context comes to an end, or gets another thread: nobody has a claim to it any more. */
    static void forget(SchedulingContext context) {
        pop(context, null);
    }

    /** Takes Replies off the stack, down to and with this one; null: all. */
    @LoopBound(value = DEEPEST, reason = "deepest stack")
    private static void pop(SchedulingContext context, Reply last) {
        for (int i = 0; i < DEEPEST; i++) {
            Reply top = context.lentThrough;
            if (top == null) {
                return;
            }
            context.lentThrough = top.below;
            top.lent = null;
            top.below = null;
            if (top == last) {
                return;
            }
        }
    }

    private Lending() {}
}
