package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.ThreadState;
import ristretto.magic.AlwaysInline;
import ristretto.magic.Memory;

/**
 * Where callers and servers meet. Callers that nobody took yet stand in the queue; servers that have nothing to do lie
 * on a stack, the last to come is the first to go on. At most one of the two holds somebody. It outlives its server:
 * callers stay in the queue until another server receives.
 */
public final class Endpoint extends WaitPlace {
    /** Top of the stack of idle servers, linked as a queue is. */
    Thread receivers;

    static Endpoint create(long descriptor) {
        Endpoint endpoint = Memory.place(Endpoint.class, descriptor);
        endpoint.type = ObjectType.ENDPOINT;
        return endpoint;
    }

    @AlwaysInline
    void pushReceiver(Thread server) {
        Thread below = receivers;
        server.waitingAt = this;
        server.next = below;
        server.previous = null;
        if (below != null) {
            below.previous = server;
        }
        receivers = server;
    }

    /** Takes off the server that {@link #receivers} is. */
    @AlwaysInline
    void popReceiver(Thread server) {
        Thread below = server.next;
        receivers = below;
        if (below != null) {
            below.previous = null;
        }
    }

    void removeReceiver(Thread server) {
        if (server.previous == null) {
            popReceiver(server);
            return;
        }
        server.previous.next = server.next;
        if (server.next != null) {
            server.next.previous = server.previous;
        }
    }

    /** The thread's message, or fault, goes to a server or into the queue; the thread waits for the answer. */
    void send(Core core, Thread sender, long badge, long deadline) {
        Thread server = receivers;
        if (server == null) {
            sender.badge = badge;
            enqueue(sender);
            core.block(sender, ThreadState.SENDING, deadline);
            return;
        }
        Reply reply = server.reply;
        core.takeOut(server);
        core.block(sender, ThreadState.AWAITING_REPLY, deadline);
        hold(core, sender, server, reply, badge);
        core.makeReadyFirst(server);
    }

    /** Takes the first caller's message, whose deadline goes on; its caller waits in the Reply from now on. */
    void take(Core core, Thread server, Reply reply) {
        Thread sender = first;
        remove(sender);
        hold(core, sender, server, reply, sender.badge);
    }

    private static void hold(Core core, Thread sender, Thread server, Reply reply, long badge) {
        reply.hold(sender);
        if (server.context == null) {
            Lending.lend(reply, sender, server);
        }
        Messages.deliver(core, sender, server, badge);
        server.registers.setStatus(ErrorCode.OK);
    }

    void waitForMessage(Core core, Thread server, Reply reply, long deadline) {
        server.reply = reply;
        reply.receiver = server;
        pushReceiver(server);
        core.block(server, ThreadState.RECEIVING, deadline);
    }

    /** One step of its end; tells whether another is needed. */
    boolean destroyStep(Core core) {
        Thread waiting = first != null ? first : receivers;
        if (waiting == null) {
            return false;
        }
        core.endWait(waiting, ErrorCode.CANCELLED);
        return true;
    }
}
