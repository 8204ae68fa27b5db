package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.ThreadState;
import ristretto.magic.Memory;

/**
 * Where callers and servers meet. The queue holds callers that nobody took yet, or servers that have nothing to do;
 * never both. It outlives its server: callers stay in the queue until another server receives.
 */
public final class Endpoint extends WaitPlace {
    /** The queue, if it is not empty, holds servers. */
    boolean holdsReceivers;

    static Endpoint create(long descriptor) {
        Endpoint endpoint = Memory.place(Endpoint.class, descriptor);
        endpoint.type = ObjectType.ENDPOINT;
        return endpoint;
    }

    boolean hasReceiver() {
        return holdsReceivers && first != null;
    }

    boolean hasSender() {
        return !holdsReceivers && first != null;
    }

    /** The thread's message, or fault, goes to the first server or into the queue; the thread waits for the answer. */
    void send(Core core, Thread sender, long badge, long deadline) {
        if (!hasReceiver()) {
            holdsReceivers = false;
            sender.sendBadge = badge;
            enqueue(sender);
            core.block(sender, ThreadState.SENDING, deadline);
            return;
        }
        Thread server = first;
        Reply reply = server.reply;
        core.takeOut(server);
        core.block(sender, ThreadState.AWAITING_REPLY, deadline);
        reply.hold(core, sender);
        Messages.deliver(sender, server, badge);
        server.registers.setStatus(ErrorCode.OK);
        core.makeReadyFirst(server);
    }

    /** Takes the first caller's message, whose deadline goes on; its caller waits in the Reply from now on. */
    void take(Core core, Thread server, Reply reply) {
        Thread sender = first;
        remove(sender);
        reply.hold(core, sender);
        Messages.deliver(sender, server, sender.sendBadge);
        server.registers.setStatus(ErrorCode.OK);
    }

    void waitForMessage(Core core, Thread server, Reply reply, long deadline) {
        holdsReceivers = true;
        server.reply = reply;
        reply.receiver = server;
        enqueue(server);
        core.block(server, ThreadState.RECEIVING, deadline);
    }

    /** One step of its end; tells whether another is needed. */
    boolean destroyStep(Core core) {
        if (first == null) {
            return false;
        }
        core.endWait(first, ErrorCode.CANCELLED);
        return true;
    }
}
