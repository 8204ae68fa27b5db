package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.abi.ThreadState;
import ristretto.magic.LoopBound;

/** What must hold of each object by itself and with its neighbours. */
final class ObjectRules {
    private static final byte[] QUEUE = Text.of("a waiting queue is broken");
    private static final byte[] STACK = Text.of("the stack of idle servers is broken");
    private static final byte[] BOTH_WAIT = Text.of("a caller waits although a server does");
    private static final byte[] BINDING = Text.of("the binding of a notification is one-sided");
    private static final byte[] SLEEPS_ON_BITS = Text.of("a thread waits although there are bits");
    private static final byte[] BOTH_IN_REPLY = Text.of("a Reply has a caller and a receiver");
    private static final byte[] CALLER = Text.of("a Reply's caller does not wait in it");
    private static final byte[] RECEIVER = Text.of("a Reply's receiver does not offer it");
    private static final byte[] LENT =
            Text.of("a Reply that lends nothing is in a stack, or one that lends is in none");
    private static final byte[] CONTEXT = Text.of("a scheduling context's thread runs on another");
    private static final byte[] LENDER =
            Text.of("a Reply in a context's stack did not lend it, or its caller kept one");
    private static final byte[] DEEP = Text.of("a scheduling context is lent too often");
    private static final byte[] BUDGET = Text.of("a scheduling context has more left than its budget");
    private static final byte[] MESSAGE_PAGE = Text.of("a frame used as message page is not its thread's");
    private static final byte[] LINE = Text.of("an interrupt is claimed for nobody");

    private final Finding finding;
    private final Census census;
    private final ThreadRules threads;

    ObjectRules(Finding finding, Census census, ThreadRules threads) {
        this.finding = finding;
        this.census = census;
        this.threads = threads;
    }

    @LoopBound(value = Census.MOST, reason = "objects")
    void check() {
        for (int i = 0; i < census.objectCount; i++) {
            KernelObject object = census.objects[i];
            switch (object.type) {
                case ObjectType.THREAD -> threads.check((Thread) object);
                case ObjectType.ENDPOINT -> endpoint((Endpoint) object);
                case ObjectType.NOTIFICATION -> notification((Notification) object);
                case ObjectType.REPLY -> reply((Reply) object);
                case ObjectType.SCHEDULING_CONTEXT -> context((SchedulingContext) object);
                case ObjectType.FRAME -> frame((Frame) object);
                case ObjectType.INTERRUPT_LINE -> line((InterruptLine) object);
                default -> {}
            }
        }
    }

    private void endpoint(Endpoint endpoint) {
        queue(endpoint, ThreadState.SENDING);
        stack(endpoint);
        finding.must(endpoint.first == null || endpoint.receivers == null, BOTH_WAIT, endpoint);
    }

    private void notification(Notification notification) {
        queue(notification, ThreadState.WAITING);
        Thread bound = notification.bound;
        finding.must(bound == null || census.knows(bound) && bound.bound == notification, BINDING, notification);
        finding.must(notification.first == null || notification.bits == 0, SLEEPS_ON_BITS, notification);
    }

    @LoopBound(value = Census.MOST, reason = "threads")
    private void queue(WaitPlace place, int state) {
        Thread before = null;
        Thread thread = place.first;
        for (int i = 0; i < Census.MOST && thread != null; i++) {
            boolean right = thread.state == state && thread.waitingAt == place && thread.previous == before;
            finding.must(right && census.knows(thread), QUEUE, place);
            before = thread;
            thread = thread.next;
        }
        finding.must(thread == null && place.last == before, QUEUE, place);
    }

    @LoopBound(value = Census.MOST, reason = "threads")
    private void stack(Endpoint endpoint) {
        Thread above = null;
        Thread thread = endpoint.receivers;
        for (int i = 0; i < Census.MOST && thread != null; i++) {
            boolean right = thread.state == ThreadState.RECEIVING
                    && thread.waitingAt == endpoint
                    && thread.previous == above
                    && census.knows(thread);
            finding.must(right, STACK, endpoint);
            above = thread;
            thread = thread.next;
        }
        finding.must(thread == null, STACK, endpoint);
    }

    private void reply(Reply reply) {
        Thread caller = reply.caller;
        Thread receiver = reply.receiver;
        finding.must(caller == null || receiver == null, BOTH_IN_REPLY, reply);
        finding.must(
                caller == null
                        || census.knows(caller) && caller.reply == reply && caller.state == ThreadState.AWAITING_REPLY,
                CALLER,
                reply);
        finding.must(
                receiver == null
                        || census.knows(receiver) && receiver.reply == reply && receiver.state == ThreadState.RECEIVING,
                RECEIVER,
                reply);
        finding.must(reply.lent == null ? reply.below == null : caller != null && isInStack(reply), LENT, reply);
    }

    @LoopBound(value = Lending.DEEPEST, reason = "deepest stack")
    private static boolean isInStack(Reply reply) {
        Reply other = reply.lent.lentThrough;
        for (int i = 0; i < Lending.DEEPEST && other != null; i++) {
            if (other == reply) {
                return true;
            }
            other = other.below;
        }
        return false;
    }

    @LoopBound(value = Lending.DEEPEST, reason = "deepest stack")
    private void context(SchedulingContext context) {
        threads.timed(context);
        Thread thread = context.thread;
        finding.must(thread == null || census.knows(thread) && thread.context == context, CONTEXT, context);
        finding.must(context.remaining <= context.budget, BUDGET, context);
        Reply reply = context.lentThrough;
        for (int i = 0; i < Lending.DEEPEST && reply != null; i++) {
            finding.must(
                    reply.lent == context && reply.caller != null && reply.caller.context == null, LENDER, context);
            reply = reply.below;
        }
        finding.must(reply == null, DEEP, context);
    }

    private void frame(Frame frame) {
        Thread thread = frame.messagesOf;
        boolean right = thread == null
                || census.knows(thread) && thread.messageFrame == frame && thread.messagePage == frame.address;
        finding.must(right, MESSAGE_PAGE, frame);
    }

    private void line(InterruptLine line) {
        finding.must(!line.claimed || line.slot.object != null, LINE, line);
    }
}
