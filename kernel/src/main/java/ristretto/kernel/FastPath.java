package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.FloatUnit;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.magic.AlwaysInline;

/**
 * CALL and REPLY_RECEIVE where the partner waits already, the message fits the registers and nobody more urgent is ready: the
 * processor goes straight to the partner. Everything else answers false, having changed nothing, and takes the general way.
 */
public final class FastPath {
    private static final long FIRST_REFUSED_TAG = (long) Tag.FAULT_BASE << 32;

    public static boolean call(Core core, Thread caller, RegisterFrame in) {
        CapTable table = caller.table;
        long index = in.capability();
        long tag = in.tag();
        if (!table.holds(index) || (tag & 0xffff_ffffL) > Tag.REGISTER_WORDS || tag >= FIRST_REFUSED_TAG || in.deadline() != 0) {
            return false;
        }
        Slot slot = table.slot(index);
        if (!(slot.object instanceof Endpoint endpoint) || (slot.rights & Rights.SEND) == 0) {
            return false;
        }
        Thread server = endpoint.first;
        if (server == null || !endpoint.holdsReceivers || !mayTakeOver(core, server) || FloatUnit.isDirty(in)) {
            return false;
        }
        // ---- point of no return
        endpoint.removeFirst(server);
        Reply reply = server.reply;
        server.reply = null;
        reply.receiver = null;
        reply.caller = caller;
        caller.reply = reply;
        caller.state = ThreadState.AWAITING_REPLY;
        RegisterFrame out = server.registers;
        out.setBadge(slot.badge);
        handOver(core, server, in, out, tag);
        return true;
    }

    public static boolean replyReceive(Core core, Thread server, RegisterFrame in) {
        CapTable table = server.table;
        long index = in.capability();
        long replyIndex = in.replySlot();
        long tag = in.tag();
        if (!table.holds(index) || !table.holds(replyIndex) || (tag & 0xffff_ffffL) > Tag.REGISTER_WORDS
                || tag >= FIRST_REFUSED_TAG || in.deadline() != 0) {
            return false;
        }
        Slot slot = table.slot(index);
        Slot replySlot = table.slot(replyIndex);
        if (!(slot.object instanceof Endpoint endpoint) || (slot.rights & Rights.RECEIVE) == 0
                || !(replySlot.object instanceof Reply reply) || (replySlot.rights & Rights.CONTROL) == 0) {
            return false;
        }
        Thread client = reply.caller;
        if (client == null || client.faultKind != 0 || !mayTakeOver(core, client) || FloatUnit.isDirty(in)
                || endpoint.hasSender() || server.bound != null && server.bound.bits != 0) {
            return false;
        }
        // ---- point of no return
        client.reply = null;
        reply.caller = null;
        reply.receiver = server;
        server.reply = reply;
        server.state = ThreadState.RECEIVING;
        endpoint.holdsReceivers = true;
        endpoint.enqueue(server);
        handOver(core, client, in, client.registers, tag);
        return true;
    }

    @AlwaysInline
    private static boolean mayTakeOver(Core core, Thread next) {
        SchedulingContext context = next.context;
        return context != null && context.remaining > 0 && next.priority >= core.scheduler.top && next.isPlain();
    }

    @AlwaysInline
    private static void handOver(Core core, Thread next, RegisterFrame in, RegisterFrame out, long tag) {
        out.copyWords(in, (int) tag);
        out.setTag(tag);
        out.setStatus(ErrorCode.OK);
        next.state = ThreadState.RUNNING;
        next.timesScheduled++;
        core.charge();
        core.current = next;
        core.useSpace(next.space.control);
        core.setTimer(next.context);
    }

    private FastPath() {}
}
