package ristretto.sdk;

import java.util.ArrayDeque;
import java.util.Deque;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.NoInline;
import ristretto.runtime.Arrivals;
import ristretto.runtime.Fiber;
import ristretto.runtime.Threads;
import ristretto.runtime.TraceText;
import ristretto.runtime.platform.StandardStreams;
import ristretto.sdk.ring.RingConsumer;

/**
 * The threads that take turns in a server's loop. Who is in the loop serves a call that may wait by itself; if it does wait there, another one goes on with the loop,
 * and the first one waits for its next turn when it has answered. So a call that need not wait costs no switch, and there are at most as many threads as calls have ever waited at once, and one.
 *
 * <p>Threads of a process take turns only where they wait, so nothing here is locked.
 */
final class LoopThreads extends Arrivals {
    /** Calls of a channel that are served in a row. */
    private static final int BATCH = 64;

    /** For how many calls of a client that came by messages there are threads: it waits for one at most; for the others it has lost its patience. */
    private static final int MOST_OF_CLIENT = 4;

    /** How many of these are answered before they have ended: the caller does not wait for them, and may call again. */
    private static final int MOST_ONE_WAY = 2;

    private static final int NOTHING = -1;
    private static final int MESSAGE = -2;

    private final Server server;
    private final Handler handler;
    private final IncomingCalls[] channels;
    /** Null: none can come. */
    private final ReceivedServices received;
    /** Null: nothing can be handed over for calls by channels. */
    private IncomingRights rights;

    private final int[] underWay = new int[Badge.CLIENT_MASK + 1];
    private final Deque<Fiber> idle = new ArrayDeque<>();
    /** Threads that are idle, or will be as soon as they have their first turn. */
    private int free;

    /** The one in the loop. */
    private Fiber leader;
    /** Where the call came from that it serves: the number of a channel, or one of these. */
    private int working = NOTHING;

    private LateCall freeCalls;
    /** The answer of a method of few words that threw something, or of a one-way call; nobody waits before it is sent. */
    private final Request failure = new Request(null, new Message());

    LoopThreads(Server server, Handler handler, IncomingCalls[] channels, ReceivedServices received) {
        this.server = server;
        this.handler = handler;
        this.channels = channels;
        this.received = received;
        lookHere();
    }

    IncomingCalls[] channels() {
        return channels;
    }

    /** Calls by channels may name what is handed over there. */
    void takeRights(IncomingRights newRights) {
        rights = newRights;
    }

    /** The present thread is in the loop now. */
    void begin() {
        leader = Threads.currentFiber();
    }

    /** The call that a request becomes, whose client waits; null: it was answered, and there is no such call. */
    LateCall putOff(Request request) {
        int client = request.client();
        if (underWay[client] >= MOST_OF_CLIENT || received != null && !received.canKeep()) {
            request.answer(Request.BUSY);
            return null;
        }
        int ticket = request.defer();
        if (ticket < 0) {
            return null;
        }
        LateCall call = freeCall();
        call.channel = null;
        call.ticket = ticket;
        call.request.copy(request);
        if (received != null) {
            call.right = received.keep();
            call.request.message().carry(call.right == null ? null : call.right.object, 0);
        }
        underWay[client]++;
        return call;
    }

    /** The leader serves the calls that have come by channels, and is the leader when it returns; true: there may be more. */
    boolean serveChannels() {
        boolean isBusy = false;
        for (IncomingCalls channel : channels) {
            int left = BATCH;
            for (int ready = channel.ready(); ready > 0 && left > 0; ready = channel.ready()) {
                int most = Math.min(ready, left);
                left -= Math.max(1, most - performRegisters(channel, most));
                working = NOTHING;
                if (channel.isNextLong() && left > 0) {
                    left--;
                    performNext(channel);
                }
            }
            channel.flush();
            isBusy |= left == 0;
        }
        return isBusy;
    }

    /** {@link #perform} for the next call, of many words. */
    @NoInline
    private void performNext(IncomingCalls channel) {
        LateCall call = freeCall();
        if (channel.take(call)) {
            perform(call);
        } else {
            release(call);
        }
    }

    /**
     * Serves calls of few words, of which most have a result of one word or none, one after the other, as long as the present thread stays the leader.
     *
     * @param most how many are there
     * @return how many of these are left
     */
    private int performRegisters(IncomingCalls channel, int most) {
        RingConsumer requests = channel.requests();
        Fiber self = leader;
        CallRegisters r = Capability.REGISTERS;
        if (free == 0) {
            addThread();
        }
        working = channel.number;
        for (int left = most; left > 0; left--) {
            long header = requests.peek();
            int count = Tag.words(header);
            if (count >= Tag.REGISTER_WORDS) {
                return left;
            }
            r.t1 = Message.tag(header);
            requests.receive(r, count);
            int number = Message.number(header);
            long words;
            try {
                words = handler.serveLateRegisters(r, failure);
            } catch (MessageFormatException e) {
                failure.answer(Server.BAD_REQUEST);
                words = Handler.ANSWERED;
            } catch (Throwable e) {
                throw end(e);
            }
            if (words < 0) {
                performUnusual(channel, number, words);
                return left - 1;
            }
            channel.answer(number, words, r.a0);
            if (leader != self) {
                awaitNextTurn(channel);
                return left - 1;
            }
        }
        return 0;
    }

    /** The method is none of few words, and the registers are as they were; or the answer is in {@code failure}. */
    @NoInline
    private void performUnusual(IncomingCalls channel, int number, long words) {
        LateCall call = freeCall();
        if (words == Handler.ANSWERED) {
            // The method may have waited: the registers are others'.
            call.request.message().copy(failure.message());
            channel.adopt(number, call);
            answer(call);
        } else {
            call.request.message().store(Capability.REGISTERS, 0);
            channel.adopt(number, call);
            perform(call);
        }
    }

    @NoInline
    private void addThread() {
        free++;
        Thread.ofVirtual().start(this::waitForTurns);
    }

    /** An error ends the process, as in any other method of a service: without a thread in its loop it would serve nobody, and never end. */
    @NoInline
    private static IllegalStateException end(Throwable error) {
        byte[] text = TraceText.encoded("", error);
        StandardStreams.write(StandardStreams.ERROR, text, 0, text.length);
        ristretto.runtime.platform.Exit.now(1, text);
        return new IllegalStateException(error);
    }

    @NoInline
    private void awaitNextTurn(IncomingCalls channel) {
        if (channel != null) {
            channel.countWaiting(-1);
        }
        free++;
        awaitTurn(Threads.currentFiber());
    }

    /** The leader serves a call, and is the leader when it returns. */
    @NoInline
    void perform(LateCall call) {
        if (free == 0) {
            addThread();
        }
        working = call.channel == null ? MESSAGE : call.channel.number;
        if (rights != null && call.channel != null) {
            call.rights = rights;
            call.request.message().carry(call, 0);
        }
        if (call.channel == null && handler.isAnsweredFirst(call.request)) {
            answerFirst(call);
        }
        try {
            serve(call.request);
        } catch (Throwable e) {
            throw end(e);
        }
        answer(call);
    }

    /** A one-way call that came by a message: its client goes on, unless it has as many under way as it may. */
    private void answerFirst(LateCall call) {
        if (underWay[call.request.client()] <= MOST_ONE_WAY) {
            server.answer(call.ticket, failure.answer());
            call.ticket = LateCall.NONE;
        }
    }

    private void answer(LateCall call) {
        if (call.right != null) {
            call.right.end();
            call.right = null;
        }
        Object room = call.request.takeRoom();
        if (room != null) {
            server.giveUpRoom(room);
        }
        if (call.channel == null) {
            if (call.ticket != LateCall.NONE) {
                server.answer(call.ticket, call.request.message());
            }
            underWay[call.request.client()]--;
        } else {
            call.channel.answer(call);
        }
        IncomingCalls channel = call.channel;
        release(call);
        if (Threads.currentFiber() == leader) {
            working = NOTHING;
        } else {
            awaitNextTurn(channel);
        }
    }

    private void serve(Request request) {
        try {
            handler.serveLate(request);
        } catch (MessageFormatException e) {
            request.answer(e.label());
        }
        if (request.isOpen()) {
            request.answer(Server.BAD_REQUEST);
        }
    }

    private void waitForTurns() {
        awaitTurn(Threads.currentFiber());
        try {
            server.run();
        } catch (Throwable e) {
            throw end(e);
        }
    }

    private void awaitTurn(Fiber self) {
        idle.push(self);
        while (leader != self) {
            Threads.await();
        }
    }

    private LateCall freeCall() {
        LateCall call = freeCalls;
        if (call == null) {
            return new LateCall();
        }
        freeCalls = call.next;
        return call;
    }

    private void release(LateCall call) {
        call.next = freeCalls;
        freeCalls = call;
    }

    /** If the leader waits in its work, another one becomes it. */
    @Override
    protected void take() {
        for (IncomingCalls channel : channels) {
            channel.look();
        }
        if (working != NOTHING && Threads.isWaiting(leader)) {
            Fiber next = idle.poll();
            if (next != null) {
                if (working >= 0) {
                    channels[working].countWaiting(1);
                }
                free--;
                leader = next;
                working = NOTHING;
                Threads.endWait(next);
            }
        }
    }

    @Override
    protected boolean announceWait() {
        for (IncomingCalls channel : channels) {
            channel.flush();
            if (!channel.announceWait()) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected boolean isExpected() {
        for (IncomingCalls channel : channels) {
            if (channel.isFull()) {
                return true;
            }
        }
        return false;
    }
}
