package ristretto.sdk;

import ristretto.abi.ErrorCode;
import ristretto.abi.Tag;
import ristretto.magic.AlwaysInline;
import ristretto.magic.CallRegisters;
import ristretto.magic.NoInline;
import ristretto.runtime.Arrivals;
import ristretto.runtime.NoWriteBarrier;
import ristretto.runtime.Threads;
import ristretto.sdk.ring.RingConsumer;
import ristretto.sdk.ring.RingCorruptedException;
import ristretto.sdk.ring.RingProducer;

/**
 * A client's end of a channel to a server: calls that wait while the process's other threads go on. One for each service and process.
 *
 * <p>A call is known by its place among those that are under way, and by a part of its request's index, so that an answer to a call of an earlier life, or a wrong one, reaches nobody. When the server dies, the calls
 * that it had taken fail; the next one answers the others. The server is woken when the process's other threads have had their turn, so that it finds the requests of all.
 */
final class OutgoingCalls extends Arrivals {
    private static final int MOST = 1 << OutgoingCall.PLACE_BITS;
    /** So much of a request's index is in a number of 24 bits. */
    private static final int MOST_INDEX = Message.MOST_NUMBER >> OutgoingCall.PLACE_BITS;

    private static OutgoingCalls all;

    private final String service;
    private final CallChannel channel;
    private final int slot;
    private final OutgoingCalls others;
    private RingProducer requests;
    private RingConsumer answers;
    private final OutgoingCall[] calls = new OutgoingCall[MOST];

    /** The first one that is free; null: there is none. */
    @NoWriteBarrier(OutgoingCall.KEPT)
    private OutgoingCall free;

    /** Those that wait for a place, or for room for their request. */
    private final RoomWaits outside = new RoomWaits();

    /** How many calls are to be sent again. */
    private int unsent;
    /** Among the channels of this process to servers. */
    private final int number;
    /** Null: nothing was handed over yet. */
    private OutgoingRights rights;

    /** A one-way call was refused, and nobody was told yet. */
    private boolean hasRefused;

    private OutgoingCalls(String service, long address) {
        this.service = service;
        slot = (int) Startup.grant(Startup.CALLS_TO_WAKE, service);
        channel = new CallChannel(address, slot);
        requests = channel.requestsToSend();
        answers = channel.answersToTake();
        for (int i = MOST - 1; i >= 0; i--) {
            calls[i] = new OutgoingCall(i);
            calls[i].nextFree = free;
            free = calls[i];
        }
        others = all;
        number = others == null ? 0 : others.number + 1;
        all = this;
        lookHere();
    }

    /** Null: calls of this service go by messages only. */
    static OutgoingCalls to(String service) {
        for (OutgoingCalls known = all; known != null; known = known.others) {
            if (known.service.equals(service)) {
                return known;
            }
        }
        long address = Startup.find(Startup.CALLS_TO, service);
        return address == 0 ? null : new OutgoingCalls(service, address);
    }

    /**
     * Sends the message, waits for the answer and puts it into the same message.
     *
     * @param deadlineNs {@link Long#MAX_VALUE}: none
     * @return the answer's label
     * @throws CapabilityError as {@link Connection#call(Message, long)}
     */
    int call(Message message, long deadlineNs) {
        OutgoingCall call = take(Message.slots(message.size()), deadlineNs);
        call.message = message;
        call.setCaller();
        send(call, message, OutgoingCall.WAITS);
        awaitUntil(call, deadlineNs);
        if (call.state != OutgoingCall.ANSWERED) {
            throw failed(call);
        }
        release(call);
        return message.label();
    }

    /** Services and buffers that go with calls. */
    OutgoingRights rights() {
        if (rights == null) {
            rights = new OutgoingRights(this, number);
        }
        return rights;
    }

    /** As {@link #call(Message, long)}, but the answer goes into the place of what goes with the call, and so the message is as it was. */
    int call(OutgoingRights.Place place, Message message, long deadlineNs) {
        OutgoingCall call = take(Message.slots(message.size()), deadlineNs);
        call.message = place.answer;
        call.setCaller();
        send(call, message, OutgoingCall.WAITS);
        awaitUntil(call, deadlineNs);
        if (call.state == OutgoingCall.WAITS) {
            place.isAbandoned = true;
            call.right = place;
        }
        if (call.state != OutgoingCall.ANSWERED) {
            throw failed(call);
        }
        release(call);
        return place.answer.label();
    }

    /**
     * Sends the request of a one-way call, and wakes the server: the present thread may have much to do before it lets others run.
     *
     * @param deadlineNs until when it waits for room; {@link Long#MAX_VALUE}: for ever
     * @param again whether it is sent again where the server dies while it serves it
     * @return 0, or {@link Server#BAD_REQUEST}, where an earlier one was refused; this one is not sent then
     * @throws CapabilityError as {@link #call}, where there was no room
     */
    int send(Message message, long deadlineNs, boolean again) {
        if (hasRefused) {
            hasRefused = false;
            return Server.BAD_REQUEST;
        }
        OutgoingCall call = take(Message.slots(message.size()), deadlineNs);
        if (again) {
            call.keep(message);
        }
        send(call, message, again ? OutgoingCall.REPEATED : OutgoingCall.ONE_WAY);
        requests.flush();
        return 0;
    }

    /** A free place, and room for so many slots. */
    private OutgoingCall take(int slots, long deadlineNs) {
        if (free == null || !outside.isEmpty() || !hasRoom(slots)) {
            awaitRoom(slots, deadlineNs);
        }
        return takeFree();
    }

    @AlwaysInline
    private OutgoingCall takeFree() {
        OutgoingCall call = free;
        free = call.nextFree;
        return call;
    }

    private void send(OutgoingCall call, Message message, int state) {
        message.putHeader(call.begin(requests.next(), state));
        requests.send(message.slots(), Message.slots(message.size()));
    }

    /**
     * As {@link #call}, for at most seven words, which are in registers, where those of the answer are afterwards, and as long as it takes.
     *
     * @return the answer's tag
     */
    long callRegisters(CallRegisters r, long tag) {
        OutgoingCall call = begin(r, tag, Long.MAX_VALUE);
        do {
            Threads.await();
        } while (call.state == OutgoingCall.WAITS);
        return end(r, call);
    }

    /** The same until this time. */
    @NoInline
    long callRegisters(CallRegisters r, long tag, long deadlineNs) {
        OutgoingCall call = begin(r, tag, deadlineNs);
        awaitUntil(call, deadlineNs);
        return end(r, call);
    }

    @AlwaysInline
    private OutgoingCall begin(CallRegisters r, long tag, long deadlineNs) {
        if (free == null || !requests.hasSeenRoom() || !outside.isEmpty()) {
            awaitRoomWithRegisters(r, deadlineNs);
        }
        OutgoingCall call = takeFree();
        call.setCaller();
        int number = call.begin(requests.next(), OutgoingCall.WAITS);
        requests.send(Message.header(tag, number), r, Tag.words(tag));
        return call;
    }

    @AlwaysInline
    private long end(CallRegisters r, OutgoingCall call) {
        if (call.state != OutgoingCall.ANSWERED) {
            throw failed(call);
        }
        if (call.message == null) {
            r.a0 = call.word;
            r.t1 = call.tag;
        } else {
            call.message.load(r, Startup.messagePage());
        }
        long answer = r.t1;
        release(call);
        return answer;
    }

    /** Others may use the registers meanwhile. */
    @NoInline
    private void awaitRoomWithRegisters(CallRegisters r, long deadlineNs) {
        if (free != null && outside.isEmpty() && hasRoom(1)) {
            return;
        }
        Message words = Message.ofRegisters(r);
        awaitRoom(1, deadlineNs);
        words.load(r, Startup.messagePage());
    }

    @NoInline
    private void awaitUntil(OutgoingCall call, long deadlineNs) {
        do {
            Threads.await(deadlineNs);
        } while (call.state == OutgoingCall.WAITS && Clock.nowNs() < deadlineNs);
    }

    private CapabilityError failed(OutgoingCall call) {
        if (call.state == OutgoingCall.WAITS) {
            call.state = OutgoingCall.ABANDONED;
            call.message = null;
            return new CapabilityError("call", slot, ErrorCode.TIMED_OUT, 0, 0, 0);
        }
        release(call);
        return new CapabilityError("call", slot, ErrorCode.SERVER_GONE, 0, 0, 0);
    }

    @AlwaysInline
    private void release(OutgoingCall call) {
        call.state = OutgoingCall.FREE;
        if (call.message != null) {
            call.message = null;
        }
        call.nextFree = free;
        free = call;
    }

    @NoInline
    private void awaitRoom(int slots, long deadlineNs) {
        RoomWaits.Waiting self = outside.enter(slots);
        try {
            while (!outside.isFirst(self) || free == null || !hasRoom(slots)) {
                if (deadlineNs != Long.MAX_VALUE && Clock.nowNs() >= deadlineNs) {
                    throw new CapabilityError("call", slot, ErrorCode.TIMED_OUT, 0, 0, 0);
                }
                Threads.await(deadlineNs);
            }
        } finally {
            outside.leave(self);
        }
    }

    /** A ring that the server has broken begins anew. */
    private boolean hasRoom(int slots) {
        try {
            return requests.hasRoom(slots);
        } catch (RingCorruptedException e) {
            beginAnew();
            return false;
        }
    }

    private void wakeOutside() {
        try {
            if (free != null) {
                outside.wakeIfRoom(requests);
            }
        } catch (RingCorruptedException e) {
            beginAnew();
        }
    }

    private boolean announceWaitOutside() {
        try {
            return (free == null || outside.announceWait(requests)) && announceWaitToSendAgain();
        } catch (RingCorruptedException e) {
            beginAnew();
            return false;
        }
    }

    /** What a dead server has left goes to the next one, as far as there is room. */
    @NoInline
    private void sendAgain() {
        for (OutgoingCall call : calls) {
            if (call.state == OutgoingCall.UNSENT && hasRoom(Message.slots(call.request.size()))) {
                unsent--;
                send(call, call.request, OutgoingCall.REPEATED);
            }
        }
    }

    private boolean announceWaitToSendAgain() {
        if (unsent > 0) {
            for (OutgoingCall call : calls) {
                if (call.state == OutgoingCall.UNSENT) {
                    return requests.announceWaitForRoom(Message.slots(call.request.size()));
                }
            }
        }
        return true;
    }

    @Override
    protected void take() {
        requests.flush();
        boolean hasServerEnded = requests.hasPeerEnded();
        // Nobody counts there; what a server writes is not to keep this process awake.
        answers.hasPeerEnded();
        try {
            for (int count = answers.available(); count > 0; count = answers.available()) {
                takeAnswers(count);
            }
        } catch (RingCorruptedException e) {
            beginAnew();
        }
        if (hasServerEnded) {
            loseCalls(requests.taken());
        }
        if (unsent > 0) {
            sendAgain();
        }
        wakeOutside();
    }

    /** Takes so many slots, or fewer; the server is told of all together. */
    private void takeAnswers(int slots) {
        RingConsumer from = answers;
        for (int taken = 0; taken < slots; taken++) {
            long header = from.peek(taken, 0);
            int number = Message.number(header);
            OutgoingCall call = calls[number & MOST - 1];
            long tag = Message.tag(header);
            if (tag >>> 1 != 0 || call.number != number || call.state != OutgoingCall.WAITS || call.message != null) {
                from.skip(taken);
                takeMessage(header);
                return;
            }
            call.tag = tag;
            call.word = from.peek(taken, 1);
            call.state = OutgoingCall.ANSWERED;
            Threads.endWait(call.caller);
        }
        from.skip(slots);
    }

    @NoInline
    private void takeMessage(long header) {
        int words = Tag.words(header);
        int slots = Message.slots(words);
        int available = answers.available();
        if (words > Tag.MAXIMUM_WORDS || slots > available) {
            answers.skip(available);
            return;
        }
        OutgoingCall call = calls[Message.number(header) & MOST - 1];
        if (call.number != Message.number(header) || call.state != OutgoingCall.WAITS) {
            answers.skip(slots);
            if (call.number == Message.number(header) && call.state >= OutgoingCall.ABANDONED) {
                hasRefused |= call.state != OutgoingCall.ABANDONED && Tag.label(header) != 0;
                forget(call);
            }
            return;
        }
        if (call.message == null) {
            call.message = new Message();
        }
        answers.receive(call.message.slots(), slots);
        call.message.arrived(header);
        call.state = OutgoingCall.ANSWERED;
        Threads.endWait(call.caller);
    }

    /** The calls that a dead server had taken fail: all but those whose requests lie in the ring still. */
    private void loseCalls(long taken) {
        long waiting = requests.next() - taken;
        boolean isKnown = waiting >= 0 && waiting <= requests.capacity();
        for (OutgoingCall call : calls) {
            long ahead = (call.number >>> OutgoingCall.PLACE_BITS) - taken & MOST_INDEX;
            boolean isInRing =
                    isKnown && ahead < waiting && Message.number(requests.sent(taken + ahead)) == call.number;
            if (!isInRing) {
                lose(call);
            }
        }
    }

    private void lose(OutgoingCall call) {
        if (call.state == OutgoingCall.WAITS) {
            call.state = OutgoingCall.LOST;
            Threads.endWait(call.caller);
        } else if (call.state == OutgoingCall.REPEATED) {
            call.state = OutgoingCall.UNSENT;
            unsent++;
        } else if (call.state == OutgoingCall.ABANDONED || call.state == OutgoingCall.ONE_WAY) {
            forget(call);
        }
    }

    /** Nobody waits for its end. */
    private void forget(OutgoingCall call) {
        if (call.right != null) {
            rights.release(call.right);
            call.right = null;
        }
        release(call);
    }

    /** The server has broken the protocol: nothing that is under way comes to an end. */
    private void beginAnew() {
        requests = channel.requestsToSend();
        answers = channel.answersToTake();
        for (OutgoingCall call : calls) {
            lose(call);
        }
    }

    /** Whether an answer may come. */
    private boolean isWaitedFor() {
        for (OutgoingCall call : calls) {
            if (call.state == OutgoingCall.WAITS) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected boolean announceWait() {
        requests.flush();
        answers.flush();
        return answers.announceWait() && announceWaitOutside();
    }

    @Override
    protected boolean isExpected() {
        return !outside.isEmpty() || isWaitedFor() || rights != null && rights.isWaitedFor();
    }
}
