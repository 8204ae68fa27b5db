package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.magic.AlwaysInline;
import ristretto.magic.LoopBound;
import ristretto.magic.Memory;
import ristretto.magic.riscv64.Machine;

/**
 * The frequent system calls, without deadline, where nothing special is the matter. CALL and REPLY_RECEIVE: the partner waits already, no
 * capability travels and nobody more urgent is ready; the processor goes straight to the partner. The first words of the
 * message do not appear here: they stay in the registers. Whoever answers null or false has changed nothing, and the call
 * takes the general way, {@link SystemCalls}. Calls nothing that is not inlined.
 */
public final class FastPath {

    /** Answers the server that goes on. */
    @AlwaysInline
    public static Thread call(Core core, Thread caller, long capability, long tag, long reply) {
        CapTable table = caller.callTable;
        if (!table.holds(capability) || isSpecial(tag)) {
            return null;
        }
        Slot slot = table.slot(capability);
        if (!slot.allows(ObjectType.ENDPOINT, Rights.SEND)) {
            return null;
        }
        Endpoint endpoint = Memory.as(Endpoint.class, slot.object);
        Thread server = endpoint.receivers;
        if (server == null || !mayTakeOver(core, server)) {
            return null;
        }
        SchedulingContext time = caller.context;
        SchedulingContext own = server.context;
        if (own == null ? time.lentThrough != null : own.remaining <= 0) {
            return null;
        }
        if (isLong(tag) && !havePages(caller, server)) {
            return null;
        }
        // ---- point of no return
        endpoint.popReceiver(server);
        Reply place = server.reply;
        place.receiver = null;
        place.caller = caller;
        caller.reply = place;
        caller.state = ThreadState.AWAITING_REPLY;
        caller.receiveSlot = (int) (reply >>> 32);
        server.badge = slot.badge;
        server.receiveSlot = 0;
        if (own == null) {
            caller.context = null;
            server.context = time;
            time.thread = server;
            time.lentThrough = place;
            place.lent = time;
        } else {
            changeContext(core, time, own);
        }
        if (isLong(tag)) {
            copyPage(caller, server, (int) tag);
        }
        goOn(core, server);
        return server;
    }

    /** Answers the client that goes on. */
    @AlwaysInline
    public static Thread replyReceive(Core core, Thread server, long capability, long tag, long replyAndReceiveSlot) {
        CapTable table = server.callTable;
        long replyIndex = (int) replyAndReceiveSlot;
        if (!table.holds(capability) || !table.holds(replyIndex) || isSpecial(tag)) {
            return null;
        }
        Slot slot = table.slot(capability);
        Slot replySlot = table.slot(replyIndex);
        if (!slot.allows(ObjectType.ENDPOINT, Rights.RECEIVE) || !replySlot.allows(ObjectType.REPLY, Rights.CONTROL)) {
            return null;
        }
        Endpoint endpoint = Memory.as(Endpoint.class, slot.object);
        Reply reply = Memory.as(Reply.class, replySlot.object);
        Thread client = reply.caller;
        if (client == null
                || client.faultKind != 0 && tag != 0
                || endpoint.first != null
                || !mayTakeOver(core, client)) {
            return null;
        }
        Notification bound = server.bound;
        if (bound != null && bound.bits != 0) {
            return null;
        }
        SchedulingContext time = server.context;
        SchedulingContext lent = reply.lent;
        SchedulingContext own = client.context;
        if (lent != null
                ? lent != time || lent.lentThrough != reply || reply.below != null
                : own == null || own.remaining <= 0) {
            return null;
        }
        if (isLong(tag) && !havePages(server, client)) {
            return null;
        }
        // ---- point of no return
        reply.caller = null;
        reply.receiver = server;
        server.reply = reply;
        server.state = ThreadState.RECEIVING;
        endpoint.pushReceiver(server);
        client.receiveSlot = 0;
        server.receiveSlot = (int) (replyAndReceiveSlot >>> 32);
        if (lent != null) {
            reply.lent = null;
            lent.lentThrough = null;
            lent.thread = client;
            client.context = lent;
            server.context = null;
        } else {
            changeContext(core, time, own);
        }
        if (isLong(tag)) {
            copyPage(server, client, (int) tag);
        }
        goOn(core, client);
        return client;
    }

    /** Whether the signal is done: nobody waited for it, or one who is not more urgent than the caller. */
    @AlwaysInline
    public static boolean signal(Core core, Thread caller, long capability) {
        CapTable table = caller.callTable;
        if (!table.holds(capability)) {
            return false;
        }
        Slot slot = table.slot(capability);
        if (!slot.allows(ObjectType.NOTIFICATION, Rights.SEND)) {
            return false;
        }
        Notification notification = Memory.as(Notification.class, slot.object);
        Thread waiter = notification.first;
        if (waiter == null) {
            if (notification.bound != null) {
                return false;
            }
            // ---- point of no return
            notification.bits |= slot.badge;
            return true;
        }
        SchedulingContext context = waiter.context;
        if (waiter.hasDeadline()
                || waiter.priority > caller.priority
                || context == null
                || context.remaining <= 0
                || slot.badge == 0) {
            return false;
        }
        // ---- point of no return
        notification.removeFirst(waiter);
        waiter.registers.setStatus(ErrorCode.OK);
        waiter.registers.setWord(0, slot.badge);
        waiter.state = ThreadState.READY;
        core.scheduler.enqueue(waiter);
        return true;
    }

    /**
     * WAIT. Answers who goes on: the caller, with the bits that were there, or the next in the scheduler, with all its
     * registers as they were; null: the general way.
     */
    @AlwaysInline
    public static Thread await(Core core, Thread caller, long capability) {
        CapTable table = caller.callTable;
        if (!table.holds(capability)) {
            return null;
        }
        Slot slot = table.slot(capability);
        if (!slot.allows(ObjectType.NOTIFICATION, Rights.RECEIVE)) {
            return null;
        }
        Notification notification = Memory.as(Notification.class, slot.object);
        long bits = notification.bits;
        if (bits != 0) {
            // ---- point of no return
            notification.bits = 0;
            caller.registers.setWord(0, bits);
            return caller;
        }
        if (core.scheduler.top == Scheduler.NOBODY) {
            return null;
        }
        // ---- point of no return
        notification.enqueue(caller);
        caller.state = ThreadState.WAITING;
        Thread next = core.scheduler.take();
        changeContext(core, caller.context, next.context);
        goOn(core, next);
        return next;
    }

    /** Whether the caller goes on at once, because nobody of its priority or above is ready. */
    @AlwaysInline
    public static boolean yield(Core core, Thread caller) {
        return core.scheduler.top < caller.priority && !caller.foreign;
    }

    /** Whether a message needs the general way: with a capability, or malformed. */
    @AlwaysInline
    private static boolean isSpecial(long tag) {
        int lengthAndCapability = (int) tag;
        return lengthAndCapability < 0 || lengthAndCapability > Tag.MAXIMUM_WORDS || tag < 0;
    }

    @AlwaysInline
    private static boolean isLong(long tag) {
        return (int) tag > Tag.REGISTER_WORDS;
    }

    @AlwaysInline
    private static boolean havePages(Thread from, Thread to) {
        return from.messagePage != 0 && to.messagePage != 0;
    }

    /** The words that no register holds, four at a time. */
    @AlwaysInline
    @LoopBound(value = Tag.MAXIMUM_WORDS, reason = "longest message")
    private static void copyPage(Thread from, Thread to, int words) {
        long end = from.messagePage + 8L * words;
        long at = from.messagePage + 8L * Tag.REGISTER_WORDS;
        long target = to.messagePage + 8L * Tag.REGISTER_WORDS;
        for (; at <= end - 32; at += 32, target += 32) {
            Memory.storeLong(target, Memory.loadLong(at));
            Memory.storeLong(target + 8, Memory.loadLong(at + 8));
            Memory.storeLong(target + 16, Memory.loadLong(at + 16));
            Memory.storeLong(target + 24, Memory.loadLong(at + 24));
        }
        for (; at < end; at += 8, target += 8) {
            Memory.storeLong(target, Memory.loadLong(at));
        }
    }

    @AlwaysInline
    private static boolean mayTakeOver(Core core, Thread next) {
        return !next.hasDeadline() && next.priority >= core.scheduler.top;
    }

    /** The time up to now is charged to the one, and the timer set for the other. */
    @AlwaysInline
    private static void changeContext(Core core, SchedulingContext from, SchedulingContext to) {
        long now = Machine.readTime();
        from.remaining -= now - core.now;
        core.now = now;
        core.setTimerEarlier(now + to.remaining);
    }

    @AlwaysInline
    private static void goOn(Core core, Thread next) {
        next.state = ThreadState.RUNNING;
        core.current = next;
        core.useSpace(next.control);
    }

    private FastPath() {}
}
