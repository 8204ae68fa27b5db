package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.FloatUnit;
import ristretto.magic.AlwaysInline;
import ristretto.magic.Memory;
import ristretto.magic.riscv64.Machine;

/**
 * The frequent system calls, without deadline, where nothing special is the matter. CALL and REPLY_RECEIVE: the partner waits already, the
 * message fits the registers and nobody more urgent is ready; the processor goes straight to the partner. The message
 * does not appear here: it stays in the registers. Whoever answers null or false has changed nothing, and the call
 * takes the general way, {@link SystemCalls}. Calls nothing that is not inlined.
 */
public final class FastPath {

    /** Answers the server that goes on. */
    @AlwaysInline
    public static Thread call(Core core, Thread caller, long capability, long tag, long reply) {
        CapTable table = caller.callTable;
        if (!table.holds(capability) || isSpecial(tag) || reply >>> 32 != 0) {
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
        // ---- point of no return
        endpoint.popReceiver(server);
        Reply place = server.reply;
        place.receiver = null;
        place.caller = caller;
        caller.reply = place;
        caller.state = ThreadState.AWAITING_REPLY;
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
        goOn(core, server);
        return server;
    }

    /** Answers the client that goes on. */
    @AlwaysInline
    public static Thread replyReceive(Core core, Thread server, long capability, long tag, long replyIndex) {
        CapTable table = server.callTable;
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
        if (client == null || client.faultKind != 0 || endpoint.first != null || !mayTakeOver(core, client)) {
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
        // ---- point of no return
        reply.caller = null;
        reply.receiver = server;
        server.reply = reply;
        server.state = ThreadState.RECEIVING;
        endpoint.pushReceiver(server);
        client.receiveSlot = 0;
        server.receiveSlot = 0;
        if (lent != null) {
            reply.lent = null;
            lent.lentThrough = null;
            lent.thread = client;
            client.context = lent;
            server.context = null;
        } else {
            changeContext(core, time, own);
        }
        goOn(core, client);
        return client;
    }

    /** Whether the signal is done: nobody waited for it, or one who is not more urgent than the caller. */
    @AlwaysInline
    public static boolean signal(Thread caller, long capability) {
        CapTable table = caller.callTable;
        if (!table.holds(capability)) {
            return false;
        }
        Slot slot = table.slot(capability);
        if (!slot.allows(ObjectType.NOTIFICATION, Rights.SEND)) {
            return false;
        }
        Notification notification = Memory.as(Notification.class, slot.object);
        if (notification.first != null || notification.bound != null) {
            return false;
        }
        // ---- point of no return
        notification.bits |= slot.badge;
        return true;
    }

    /** Whether the caller goes on at once, because nobody of its priority or above is ready. */
    @AlwaysInline
    public static boolean yield(Core core, Thread caller) {
        return core.scheduler.top < caller.priority && !caller.foreign;
    }

    /**
     * Whether a message needs the general way: long, with a capability, malformed, or of a thread whose
     * floats must be saved.
     */
    @AlwaysInline
    private static boolean isSpecial(long tag) {
        int lengthAndCapability = (int) tag;
        return lengthAndCapability < 0 || lengthAndCapability > Tag.REGISTER_WORDS || tag < 0 || FloatUnit.isDirty();
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
