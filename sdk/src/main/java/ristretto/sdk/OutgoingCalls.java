package ristretto.sdk;

import ristretto.abi.ErrorCode;
import ristretto.abi.Tag;
import ristretto.magic.AlwaysInline;
import ristretto.magic.CallRegisters;
import ristretto.magic.NoInline;
import ristretto.runtime.Arrivals;
import ristretto.runtime.Fiber;
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
    private static final int PLACE_BITS = 6;
    private static final int MOST = 1 << PLACE_BITS;
    /** So much of a request's index is in a number of 24 bits. */
    private static final int MOST_INDEX = Message.MOST_NUMBER >> PLACE_BITS;

    private static final int FREE = 0;
    private static final int WAITS = 1;
    private static final int ANSWERED = 2;
    private static final int LOST = 3;
    /** The caller has gone; the place is free when the answer has come. */
    private static final int ABANDONED = 4;

    private static OutgoingCalls all;

    private final String service;
    private final CallChannel channel;
    private final int slot;
    private final OutgoingCalls others;
    private RingProducer requests;
    private RingConsumer answers;
    private final Call[] calls = new Call[MOST];

    /** Place of the first one that is free; -1: there is none. */
    private int free = -1;

    /** Those that wait for a place, or for room for their request. */
    private final RoomWaits outside = new RoomWaits();

    private static final class Call {
        final int place;

        /** Place of the next one that is free; -1: there is none. */
        int nextFree;

        int state = FREE;
        /** Its place, and a part of its request's index. */
        int number;
        /** Null: the answer's words are expected to have room in its first slot. */
        Message message;

        Fiber caller;

        /** Where there is no message: tag and only word of the answer. */
        long tag;

        long word;

        Call(int place) {
            this.place = place;
        }

        /** Mostly it is the same one again, and nothing is stored that the collector would have to be told of. */
        @AlwaysInline
        void setCaller() {
            Fiber self = Threads.currentFiber();
            if (caller != self) {
                caller = self;
            }
        }
    }

    private OutgoingCalls(String service, long address) {
        this.service = service;
        slot = (int) Startup.grant(Startup.CALLS_TO_WAKE, service);
        channel = new CallChannel(address, slot);
        requests = channel.requestsToSend();
        answers = channel.answersToTake();
        for (int i = MOST - 1; i >= 0; i--) {
            calls[i] = new Call(i);
            calls[i].nextFree = free;
            free = i;
        }
        others = all;
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
        int slots = Message.slots(message.size());
        if (free < 0 || !hasRoom(slots)) {
            awaitRoom(slots, deadlineNs);
        }
        Call call = calls[free];
        free = call.nextFree;
        call.message = message;
        call.setCaller();
        call.number = call.place | (int) requests.next() << PLACE_BITS & Message.MOST_NUMBER;
        call.state = WAITS;
        message.putHeader(call.number);
        requests.send(message.slots(), slots);
        awaitUntil(call, deadlineNs);
        if (call.state != ANSWERED) {
            throw failed(call);
        }
        release(call);
        return message.label();
    }

    /**
     * As {@link #call}, for at most seven words, which are in registers, where those of the answer are afterwards.
     *
     * @return the answer's tag
     */
    long callRegisters(CallRegisters r, long tag, long deadlineNs) {
        if (free < 0 || !requests.hasSeenRoom()) {
            awaitRoomWithRegisters(r, deadlineNs);
        }
        Call call = calls[free];
        free = call.nextFree;
        call.setCaller();
        int number = call.place | (int) requests.next() << PLACE_BITS & Message.MOST_NUMBER;
        call.number = number;
        call.state = WAITS;
        requests.send(Message.header(tag, number), r, Tag.words(tag));
        if (deadlineNs == Long.MAX_VALUE) {
            do {
                Threads.await();
            } while (call.state == WAITS);
        } else {
            awaitUntil(call, deadlineNs);
        }
        if (call.state != ANSWERED) {
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
        if (free >= 0 && hasRoom(1)) {
            return;
        }
        Message words = Message.ofRegisters(r);
        awaitRoom(1, deadlineNs);
        words.load(r, Startup.messagePage());
    }

    @NoInline
    private void awaitUntil(Call call, long deadlineNs) {
        do {
            Threads.await(deadlineNs);
        } while (call.state == WAITS && Clock.nowNs() < deadlineNs);
    }

    private CapabilityError failed(Call call) {
        if (call.state == WAITS) {
            call.state = ABANDONED;
            call.message = null;
            return new CapabilityError("call", slot, ErrorCode.TIMED_OUT, 0, 0, 0);
        }
        release(call);
        return new CapabilityError("call", slot, ErrorCode.SERVER_GONE, 0, 0, 0);
    }

    @AlwaysInline
    private void release(Call call) {
        call.state = FREE;
        if (call.message != null) {
            call.message = null;
        }
        call.nextFree = free;
        free = call.place;
        if (!outside.isEmpty()) {
            wakeOutside();
        }
    }

    private void awaitRoom(int slots, long deadlineNs) {
        while (free < 0 || !hasRoom(slots)) {
            if (deadlineNs != Long.MAX_VALUE && Clock.nowNs() >= deadlineNs) {
                throw new CapabilityError("call", slot, ErrorCode.TIMED_OUT, 0, 0, 0);
            }
            outside.await(slots, deadlineNs);
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
            if (free >= 0) {
                outside.wakeIfRoom(requests);
            }
        } catch (RingCorruptedException e) {
            beginAnew();
        }
    }

    private boolean announceWaitOutside() {
        try {
            return free < 0 || outside.announceWait(requests);
        } catch (RingCorruptedException e) {
            beginAnew();
            return false;
        }
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
        wakeOutside();
    }

    /** Takes so many slots, or fewer. */
    private void takeAnswers(int slots) {
        RingConsumer from = answers;
        for (int left = slots; left > 0; left--) {
            long header = from.peek();
            int number = Message.number(header);
            Call call = calls[number & MOST - 1];
            long tag = Message.tag(header);
            if (tag >>> 1 != 0 || call.number != number || call.state != WAITS || call.message != null) {
                takeMessage(header);
                return;
            }
            call.tag = tag;
            call.word = from.peek(1);
            from.skip(1);
            call.state = ANSWERED;
            Threads.endWait(call.caller);
        }
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
        Call call = calls[Message.number(header) & MOST - 1];
        if (call.number != Message.number(header) || call.state != WAITS) {
            answers.skip(slots);
            if (call.number == Message.number(header) && call.state == ABANDONED) {
                release(call);
            }
            return;
        }
        if (call.message == null) {
            call.message = new Message();
        }
        answers.receive(call.message.slots(), slots);
        call.message.arrived(header);
        call.state = ANSWERED;
        Threads.endWait(call.caller);
    }

    /** The calls that a dead server had taken fail: all but those whose requests lie in the ring still. */
    private void loseCalls(long taken) {
        long waiting = requests.next() - taken;
        boolean isKnown = waiting >= 0 && waiting <= requests.capacity();
        for (Call call : calls) {
            long ahead = (call.number >>> PLACE_BITS) - taken & MOST_INDEX;
            boolean isInRing =
                    isKnown && ahead < waiting && Message.number(requests.sent(taken + ahead)) == call.number;
            if (!isInRing) {
                lose(call);
            }
        }
    }

    private void lose(Call call) {
        if (call.state == WAITS) {
            call.state = LOST;
            Threads.endWait(call.caller);
        } else if (call.state == ABANDONED) {
            release(call);
        }
    }

    /** The server has broken the protocol: nothing that is under way comes to an end. */
    private void beginAnew() {
        requests = channel.requestsToSend();
        answers = channel.answersToTake();
        for (Call call : calls) {
            lose(call);
        }
    }

    /** Whether an answer may come. */
    private boolean isWaitedFor() {
        for (Call call : calls) {
            if (call.state == WAITS) {
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
        return !outside.isEmpty() || isWaitedFor();
    }
}
