package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.ThreadState;
import ristretto.magic.Memory;

/**
 * The place where a caller waits for its answer. At most one of {@link #caller} and {@link #receiver} is set.
 * Destroying it, because its server died, wakes the caller with SERVER_GONE.
 */
public final class Reply extends KernelObject {
    /** Whose call is to be answered. */
    Thread caller;

    /** Who waits for a message and offers this as the place for its sender. */
    Thread receiver;

    /** The caller's scheduling context while a passive server has it, see {@link Lending}; null: it kept it. */
    SchedulingContext lent;

    /** The Reply through which it was lent to the caller itself. */
    Reply below;

    static Reply create(long descriptor) {
        Reply reply = Memory.place(Reply.class, descriptor);
        reply.type = ObjectType.REPLY;
        return reply;
    }

    void hold(Thread thread) {
        receiver = null;
        caller = thread;
        thread.reply = this;
        thread.state = ThreadState.AWAITING_REPLY;
    }

    /** Answers the waiting caller with the message in the server's registers. */
    void answer(Core core, Thread server) {
        Thread thread = caller;
        core.takeOut(thread);
        if (thread.faultKind != 0) {
            Faults.answer(core, thread, server);
            return;
        }
        Messages.copy(core, server, thread);
        thread.registers.setStatus(ErrorCode.OK);
        core.makeReadyFirst(thread);
    }

    void destroy(Core core) {
        if (caller != null) {
            core.endWait(caller, ErrorCode.SERVER_GONE);
        }
        if (receiver != null) {
            core.endWait(receiver, ErrorCode.CANCELLED);
        }
    }
}
