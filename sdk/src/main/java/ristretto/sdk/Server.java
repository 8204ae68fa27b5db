package ristretto.sdk;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.StreamProtocol;
import ristretto.abi.Tag;
import ristretto.magic.AlwaysInline;
import ristretto.magic.CallRegisters;
import ristretto.magic.NeverWaits;
import ristretto.magic.NoInline;
import ristretto.magic.SystemCall;
import ristretto.magic.Waits;
import ristretto.runtime.Arrivals;
import ristretto.runtime.MissedSignals;
import ristretto.runtime.OtherThreads;
import ristretto.sdk.system.Features;

/**
 * The one place in which a server waits: for requests, for signals and for its time. It answers heartbeats, and refuses
 * what the service does not understand, so that garbage from a client reaches nothing but the client. Other threads of the process run while
 * it waits.
 *
 * <p>Each waiting caller sits in a Reply object of the kernel. The next call is received into {@code current};
 * deferring sets that one aside and takes a free one. One is always left free to receive into, so {@code current} is
 * valid whenever the loop runs.
 */
public final class Server implements WaitingCallers {
    /** Reply label of a request that was refused. */
    public static final int BAD_REQUEST = StreamProtocol.BAD_REQUEST;

    /** A deadline that has passed. */
    private static final long PAST = 1;

    /** Of a ticket: number of the Reply. */
    private static final int PLACE_BITS = 8;

    private static final int NO_ANSWER = 0;
    private static final int ANSWER_IN_MESSAGE = 1;
    private static final int ANSWER_IN_REGISTERS = 2;

    private Handler service;
    private final int endpoint;
    private final int firstReply;
    private final boolean[] waiting;
    /** For whom, and how many tickets of this place were given up: an answer to an older one reaches nobody. */
    private final int[] clients;

    private final int[] generations;
    private final Message message = new Message();
    private final Request request = new Request(this, message);
    /** Null: no call that may wait has come, and none can by a channel. */
    private LoopThreads threads;
    /** What is to be done next, in a thread that may wait. */
    private LateCall putOff;

    private int current;
    /** The slot of that one; and, above, where a service that comes with a request is to go. */
    private long reply;
    /** Null: none can come. */
    private final ReceivedServices received = ReceivedServices.ofThisProcess();
    /** Null: nothing can be handed over for calls by channels. */
    private IncomingRights rights;
    /** Null: methods return none. It is the service then, too, and hands on what is the own one's. */
    private Sessions sessions;

    /** A server on this endpoint, with {@code replies} Reply capabilities from slot {@code firstReply} on. */
    public Server(Handler service, int endpoint, int firstReply, int replies) {
        this.service = service;
        this.endpoint = endpoint;
        this.firstReply = firstReply;
        waiting = new boolean[replies];
        clients = new int[replies];
        generations = new int[replies];
        reply = replySlot();
    }

    private long replySlot() {
        return firstReply + current | (received == null ? 0 : received.landing());
    }

    /** Provides the service under this name, for ever. All services of a process are called on the same endpoint. */
    public static void run(String name, Handler service) {
        create(name, service).run();
    }

    /** As {@link #run(String, Handler)}, for services that answer deferred requests later and thus need the server. */
    public static Server create(String name, Handler service) {
        long endpoint = Startup.grant(Startup.PROVIDES, name);
        long firstReply = Startup.grant(Startup.OWN, "reply");
        long replies = Startup.grant(Startup.OWN, "replies");
        Server server = new Server(service, (int) endpoint, (int) firstReply, (int) replies);
        service.begin(server);
        return server;
    }

    /** There are methods that return services. Comes before {@link #serveLate}. */
    public void returnServices() {
        sessions = Sessions.ofThisProcess(service);
        if (sessions != null) {
            service = sessions;
        }
    }

    /** There are methods that may wait and have services or buffers as arguments. Comes after {@link #serveLate}. */
    public void takeRights() {
        if (threads != null && received != null) {
            rights = new IncomingRights(received, threads.channels());
            threads.takeRights(rights);
        }
    }

    /** There are methods that may wait: their calls come by channels, too, where the description says so. */
    public void serveLate() {
        if (!Features.channels()) {
            return;
        }
        IncomingCalls[] channels = IncomingCalls.all();
        if (channels.length > 0) {
            threads = new LoopThreads(this, service, channels, received);
        }
    }

    @Waits("requests")
    public void run() {
        if (threads != null) {
            threads.begin();
        }
        handOnMissed();
        CallRegisters r = Capability.REGISTERS;
        Handler handler = service;
        long slot = endpoint;
        int answer = NO_ANSWER;
        while (true) {
            if (answer == ANSWER_IN_MESSAGE) {
                message.load(r, Startup.messagePage());
            }
            long deadline;
            if (OtherThreads.exist()) {
                deadline = letOthersRun(r, answer);
                answer = NO_ANSWER;
            } else {
                deadline = handler.wakeAtTicks();
            }
            r.t0 = slot;
            r.t2 = reply;
            r.t3 = answer != NO_ANSWER ? CallNumber.REPLY_RECEIVE : CallNumber.RECEIVE;
            r.t4 = deadline;
            SystemCall.trap(r);
            // Labels that the kernel makes are negative, and so are their tags.
            answer = r.t0 == ErrorCode.OK && r.t1 >= 0 ? serve(r, handler) : other(r);
        }
    }

    /** Other threads of this process are there: sends the answer, lets those run that can, and answers until when the server may wait then. */
    @NoInline
    private long letOthersRun(CallRegisters r, int answer) {
        if (answer != NO_ANSWER) {
            reply(r, reply);
        }
        handOnMissed();
        Arrivals.takeAll();
        boolean isBusy = threads != null && threads.serveChannels();
        long others = OtherThreads.run();
        if (isBusy || others == 0 || !Arrivals.announceWaitOfAll()) {
            return PAST;
        }
        long own = service.wakeAtTicks();
        if (others == Long.MAX_VALUE) {
            return own;
        }
        long ticks = Clock.nsToTicks(others);
        return own == 0 ? ticks : Math.min(own, ticks);
    }

    /** A request of another process: answers whether, and where, there is an answer to send. */
    private int serve(CallRegisters r, Handler handler) {
        try {
            long words = handler.serveRegisters(r, request);
            if (words >= 0) {
                r.t1 = words;
                return ANSWER_IN_REGISTERS;
            }
            if (words == Handler.ANSWERED) {
                return ANSWER_IN_MESSAGE;
            }
        } catch (MessageFormatException e) {
            request.answer(BAD_REQUEST);
            return ANSWER_IN_MESSAGE;
        }
        return settled(serveMessage(r));
    }

    @NoInline
    private int serveMessage(CallRegisters r) {
        message.store(r, Startup.messagePage());
        request.received(r.t2);
        r.t2 = 0;
        if (received != null) {
            message.carry(received.arrived(Tag.capability(r.t1)), 0);
        }
        try {
            if (rights != null && request.label() == Request.HAND_OVER) {
                rights.take(request);
            } else {
                service.serve(request);
            }
        } catch (MessageFormatException e) {
            if (!request.isDeferred()) {
                request.answer(e.label());
            }
        }
        handOnMissed();
        if (putOff != null) {
            LateCall call = putOff;
            putOff = null;
            // Before others go on with the loop: the next one's needs a free slot.
            settled(NO_ANSWER);
            threads.perform(call);
            return NO_ANSWER;
        }
        if (request.isOpen()) {
            request.answer(BAD_REQUEST);
        }
        if (Features.sessions() && sessions != null && sessions.isHandingOut()) {
            // Now, not with the next wait: so it is known whether the client has still been there to take the service.
            message.load(r, Startup.messagePage());
            sessions.handedOut(reply(r, reply) == ErrorCode.OK);
            return NO_ANSWER;
        }
        return request.isDeferred() ? NO_ANSWER : ANSWER_IN_MESSAGE;
    }

    /** Sends the answer that is in the registers to whoever waits in this Reply; answers what the kernel says. */
    private long reply(CallRegisters r, long replySlot) {
        r.t0 = endpoint;
        r.t2 = replySlot;
        r.t3 = CallNumber.REPLY;
        r.t4 = 0;
        SystemCall.trap(r);
        r.t2 = 0;
        return r.t0;
    }

    /** A service that came and that nobody has taken is given back, and the next one gets a free place. */
    private int settled(int answer) {
        if (received != null) {
            received.settle();
            reply = replySlot();
        }
        return answer;
    }

    /** What is not just a request: the time has come, signals came, or a fault. */
    @NoInline
    private int other(CallRegisters r) {
        if (r.t0 == ErrorCode.TIMED_OUT) {
            r.t2 = 0;
            wakeIfDue();
        } else if (r.t0 != ErrorCode.OK) {
            throw new CapabilityError("receive", endpoint, (int) r.t0, (int) r.t1, r.a0, r.a1);
        } else if (Tag.label(r.t1) == Tag.SIGNALLED) {
            r.t2 = 0;
            signalled(r.a0);
        } else {
            return settled(serveMessage(r));
        }
        return NO_ANSWER;
    }

    /** The time may have come for another thread only. */
    private void wakeIfDue() {
        long due = service.wakeAtTicks();
        if (due != 0 && Clock.nowTicks() >= due) {
            service.wake();
            handOnMissed();
        }
    }

    @Override
    public void expectRoom(Request aRequest) {
        if (sessions == null) {
            throw new IllegalStateException("the server's description lets its methods return no services");
        }
        sessions.expectRoom(aRequest);
    }

    @Override
    public void giveUpRoom(Object room) {
        sessions.giveUpRoom(room);
    }

    @Override
    public void handOut(Request aRequest, Handler handler, Object aService) {
        sessions.handOut(aRequest, handler, aService);
    }

    @Override
    public void putOff(Request aRequest) {
        if (threads == null) {
            threads = new LoopThreads(this, service, new IncomingCalls[0], received);
            threads.begin();
        }
        putOff = threads.putOff(aRequest);
    }

    /** Answers a deferred request. The client may be gone; then nothing happens. */
    @NeverWaits(reason = "an answer is given, and nobody has to take it")
    public void answer(int ticket, Message answer) {
        int place = ticket & (1 << PLACE_BITS) - 1;
        boolean isTaken = false;
        if (waiting[place] && ticket == ticket(place, generations[place])) {
            waiting[place] = false;
            CallRegisters r = Capability.REGISTERS;
            answer.load(r, Startup.messagePage());
            isTaken = reply(r, firstReply + place) == ErrorCode.OK;
        }
        if (Features.sessions() && sessions != null && sessions.isHandingOut()) {
            sessions.handedOut(isTaken);
        }
    }

    /** Signals that came while a handler of signals, of the time or of a request waited. */
    @AlwaysInline
    private void handOnMissed() {
        if (MissedSignals.exist()) {
            signalled(MissedSignals.take());
        }
    }

    /** These, and those that come while they are handled. */
    @NoInline
    private void signalled(long bits) {
        for (long left = bits; left != 0; left = MissedSignals.take()) {
            long others = Heartbeat.answer(left);
            if (Features.channels() && (others & CallChannel.MOST_SIGNALS) != 0) {
                others &= ~CallChannel.signals();
            }
            if (others != 0) {
                service.signalled(others);
            }
        }
    }

    @Override
    public int deferCurrent(int client) {
        int free = freePlace();
        if (free < 0) {
            giveUpOne(client);
            free = freePlace();
        }
        if (free < 0) {
            return -1;
        }
        int deferred = current;
        waiting[deferred] = true;
        clients[deferred] = client;
        current = free;
        reply = replySlot();
        return ticket(deferred, generations[deferred]);
    }

    /** Not negative, however often tickets of this place were given up. */
    static int ticket(int place, int generation) {
        return (place | generation << PLACE_BITS) & Integer.MAX_VALUE;
    }

    private int freePlace() {
        for (int i = 0; i < waiting.length; i++) {
            if (i != current && !waiting[i]) {
                return i;
            }
        }
        return -1;
    }

    /**
     * There is a place for each process that may call, and a process has one call under way. So where all are taken, somebody waits no more: of those that call by this client's right, which it may have
     * handed on, or else by that of another one that has several places. If he does wait, he is told.
     */
    private void giveUpOne(int client) {
        int place = placeOf(client, 1);
        for (int i = 0; i < waiting.length && place < 0; i++) {
            place = placeOf(clients[i], 2);
        }
        if (place >= 0) {
            answer(ticket(place, generations[place]), new Message().start(Request.BUSY));
            generations[place]++;
        }
    }

    /** The first place in which a call of this client waits, if it has at least so many; otherwise -1. */
    private int placeOf(int client, int least) {
        int first = -1;
        int count = 0;
        for (int i = waiting.length - 1; i >= 0; i--) {
            if (waiting[i] && clients[i] == client) {
                first = i;
                count++;
            }
        }
        return count >= least ? first : -1;
    }
}
