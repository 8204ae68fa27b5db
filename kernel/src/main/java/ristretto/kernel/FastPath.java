package ristretto.kernel;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.FloatUnit;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.magic.AlwaysInline;
import ristretto.magic.riscv64.Machine;

/**
 * CALL and REPLY_RECEIVE where the partner waits already, the message fits the registers and nobody more urgent is
 * ready: the processor goes straight to the partner, whose registers are the answer. Everything else answers null,
 * having changed nothing, and takes the general way. Calls nothing that is not inlined, so that it needs no stack.
 */
public final class FastPath {
    private static final long FIRST_REFUSED_TAG = (long) Tag.FAULT_BASE << 32;

    @AlwaysInline
    public static RegisterFrame run(Core core, RegisterFrame in) {
        long number = in.number();
        if (number == CallNumber.CALL) {
            return call(core, in);
        }
        return number == CallNumber.REPLY_RECEIVE ? replyReceive(core, in) : null;
    }

    @AlwaysInline
    private static RegisterFrame call(Core core, RegisterFrame in) {
        Thread caller = core.current;
        CapTable table = caller.table;
        long index = in.capability();
        if (!table.holds(index) || isSpecial(in)) {
            return null;
        }
        Slot slot = table.slot(index);
        if (!(slot.object instanceof Endpoint endpoint)
                || (slot.rights & Rights.SEND) == 0
                || !endpoint.holdsReceivers) {
            return null;
        }
        Thread server = endpoint.first;
        if (server == null || !mayTakeOver(core, server)) {
            return null;
        }
        // ---- point of no return
        endpoint.removeFirst(server);
        Reply reply = server.reply;
        server.reply = null;
        reply.receiver = null;
        reply.caller = caller;
        caller.reply = reply;
        caller.state = ThreadState.AWAITING_REPLY;
        server.registers.setBadge(slot.badge);
        return handOver(core, caller, server, in);
    }

    @AlwaysInline
    private static RegisterFrame replyReceive(Core core, RegisterFrame in) {
        Thread server = core.current;
        CapTable table = server.table;
        long index = in.capability();
        long replyIndex = in.replySlot();
        if (!table.holds(index) || !table.holds(replyIndex) || isSpecial(in)) {
            return null;
        }
        Slot slot = table.slot(index);
        Slot replySlot = table.slot(replyIndex);
        if (!(slot.object instanceof Endpoint endpoint)
                || (slot.rights & Rights.RECEIVE) == 0
                || !(replySlot.object instanceof Reply reply)
                || (replySlot.rights & Rights.CONTROL) == 0) {
            return null;
        }
        Thread client = reply.caller;
        if (client == null
                || client.faultKind != 0
                || !mayTakeOver(core, client)
                || endpoint.hasSender()
                || server.bound != null && server.bound.bits != 0) {
            return null;
        }
        // ---- point of no return
        client.reply = null;
        reply.caller = null;
        reply.receiver = server;
        server.reply = reply;
        server.state = ThreadState.RECEIVING;
        endpoint.holdsReceivers = true;
        endpoint.enqueue(server);
        return handOver(core, server, client, in);
    }

    /**
     * Whether a message needs the general way: long, malformed, with a deadline, or of a thread whose floats must be
     * saved.
     */
    @AlwaysInline
    private static boolean isSpecial(RegisterFrame in) {
        long tag = in.tag();
        return (tag & 0xffff_ffffL) > Tag.REGISTER_WORDS
                || tag >= FIRST_REFUSED_TAG
                || in.deadline() != 0
                || FloatUnit.isDirty(in);
    }

    @AlwaysInline
    private static boolean mayTakeOver(Core core, Thread next) {
        SchedulingContext context = next.context;
        return context != null && context.remaining > 0 && next.priority >= core.scheduler.top && !next.hasDeadline();
    }

    /** The running thread has a context, or it would not run. */
    @AlwaysInline
    private static RegisterFrame handOver(Core core, Thread from, Thread to, RegisterFrame in) {
        RegisterFrame out = to.registers;
        long tag = in.tag();
        in.skipCall();
        out.copyWords(in, (int) tag);
        out.setTag(tag);
        out.setStatus(ErrorCode.OK);
        long now = Machine.readTime();
        long elapsed = now - core.now;
        core.now = now;
        from.consumed += elapsed;
        from.context.remaining -= elapsed;
        to.state = ThreadState.RUNNING;
        to.timesScheduled++;
        core.current = to;
        core.useSpace(to.space.control);
        core.setTimerEarlier(now + to.context.remaining);
        return out;
    }

    private FastPath() {}
}
