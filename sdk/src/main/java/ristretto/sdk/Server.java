package ristretto.sdk;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.StreamProtocol;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.SystemCall;

/**
 * The one place in which a server waits: for requests, for signals and for its time. It answers heartbeats, and refuses
 * what the service does not understand, so that garbage from a client reaches nothing but the client.
 *
 * <p>Each waiting caller sits in a Reply object of the kernel. The next call is received into {@code current};
 * deferring sets that one aside and takes a free one. One is always left free to receive into, so {@code current} is
 * valid whenever the loop runs.
 */
public final class Server {
    /** Reply label of a request that was refused. */
    public static final int BAD_REQUEST = StreamProtocol.BAD_REQUEST;

    private final Service service;
    private final int endpoint;
    private final int firstReply;
    private final boolean[] waiting;
    private final Message message = new Message();
    private final Request request = new Request(this, message);
    private int current;

    /** A server on this endpoint, with {@code replies} Reply capabilities from slot {@code firstReply} on. */
    public Server(Service service, int endpoint, int firstReply, int replies) {
        this.service = service;
        this.endpoint = endpoint;
        this.firstReply = firstReply;
        waiting = new boolean[replies];
    }

    /** Provides the service under this name, for ever. All services of a process are called on the same endpoint. */
    public static void run(String name, Service service) {
        create(name, service).run();
    }

    /** As {@link #run(String, Service)}, for services that answer deferred requests later and thus need the server. */
    public static Server create(String name, Service service) {
        long endpoint = Startup.grant(Startup.PROVIDES, name);
        long firstReply = Startup.grant(Startup.OWN, "reply");
        long replies = Startup.grant(Startup.OWN, "replies");
        return new Server(service, (int) endpoint, (int) firstReply, (int) replies);
    }

    public void run() {
        CallRegisters r = Capability.REGISTERS;
        long page = Startup.messagePage();
        boolean answer = false;
        while (true) {
            if (answer) {
                message.load(r, page);
            }
            r.t0 = endpoint;
            r.t2 = firstReply + current;
            r.t3 = answer ? CallNumber.REPLY_RECEIVE : CallNumber.RECEIVE;
            r.t4 = service.wakeAtTicks();
            SystemCall.trap(r);
            answer = false;
            if (r.t0 == ErrorCode.TIMED_OUT) {
                service.wake();
            } else if (r.t0 != ErrorCode.OK) {
                throw new CapabilityError("receive", endpoint, (int) r.t0, (int) r.t1, r.a0, r.a1);
            } else if (Tag.label(r.t1) == Tag.SIGNALLED) {
                signalled(r.a0);
            } else {
                message.store(r, page);
                request.received(r.t2);
                answer = serve();
            }
        }
    }

    /** Answers a deferred request. The client may be gone; then nothing happens. */
    public void answer(int ticket, Message answer) {
        waiting[ticket] = false;
        CallRegisters r = Capability.REGISTERS;
        answer.load(r, Startup.messagePage());
        r.t0 = endpoint;
        r.t2 = firstReply + ticket;
        r.t3 = CallNumber.REPLY;
        r.t4 = 0;
        SystemCall.trap(r);
    }

    /** Answers whether there is an answer to send. */
    private boolean serve() {
        try {
            service.serve(request);
        } catch (MessageFormatException e) {
            if (!request.isDeferred()) {
                request.answer(BAD_REQUEST);
            }
        }
        if (request.isOpen()) {
            request.answer(BAD_REQUEST);
        }
        return !request.isDeferred();
    }

    private void signalled(long bits) {
        Heartbeat.answer(bits);
        long others = bits & ~Heartbeat.ASKED;
        if (others != 0) {
            service.signalled(others);
        }
    }

    int deferCurrent() {
        int ticket = current;
        for (int i = 0; i < waiting.length; i++) {
            if (i != ticket && !waiting[i]) {
                waiting[ticket] = true;
                current = i;
                return ticket;
            }
        }
        return -1;
    }
}
