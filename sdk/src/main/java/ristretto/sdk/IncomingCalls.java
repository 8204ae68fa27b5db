package ristretto.sdk;

import ristretto.abi.Tag;
import ristretto.magic.AlwaysInline;
import ristretto.magic.NoInline;
import ristretto.runtime.Threads;
import ristretto.sdk.ring.RingConsumer;
import ristretto.sdk.ring.RingCorruptedException;
import ristretto.sdk.ring.RingProducer;

/**
 * A server's end of a channel by which one client calls. Nothing that the client writes there is believed: what cannot be is dropped, and the worst that it gets is no answer. It has so many threads of the server at a time
 * as the description says; its other requests wait in the channel.
 */
final class IncomingCalls {
    private static final int GRANTS = 3;

    /** Among the channels of the process. */
    final int number;

    private final CallChannel channel;
    private final long badge;
    private final int most;
    private RingConsumer requests;
    private RingProducer answers;
    /** Calls that were taken and wait for something, in a thread that has left the loop to another one. */
    private int waiting;
    /** Those with an answer for which there is no room. */
    private final RoomWaits full = new RoomWaits();

    IncomingCalls(int number, CallChannel channel, long badge, int most) {
        this.number = number;
        this.channel = channel;
        this.badge = badge;
        this.most = most;
        requests = channel.requestsToServe();
        answers = channel.answersToSend();
    }

    /** All that the process was given. */
    static IncomingCalls[] all() {
        int most = (int) Startup.find(Startup.OWN, "concurrent-calls");
        if (most == 0) {
            return new IncomingCalls[0];
        }
        int count = 0;
        IncomingCalls[] found = new IncomingCalls[Startup.grants() / GRANTS];
        for (int i = 0; i < Startup.grants(); i++) {
            if (Startup.grantName(i).startsWith(Startup.CALLS_FROM_BADGE + ":")) {
                CallChannel channel = new CallChannel(Startup.grantValue(i + 1), (int) Startup.grantValue(i + 2));
                found[count] = new IncomingCalls(count, channel, Startup.grantValue(i), most);
                count++;
            }
        }
        IncomingCalls[] all = new IncomingCalls[count];
        System.arraycopy(found, 0, all, 0, count);
        return all;
    }

    /** The client's, by that service; it says nothing of the client's life. */
    long badge() {
        return badge;
    }

    /** So many calls there are that can be taken at least: 0 only where there are none. */
    int ready() {
        return Math.min(most - waiting, available());
    }

    private int available() {
        try {
            return requests.available();
        } catch (RingCorruptedException e) {
            requests = channel.requestsToServe();
            return 0;
        }
    }

    /** Whether a call can be taken, and has more words than have room in registers. */
    boolean isNextLong() {
        return ready() > 0 && Tag.words(requests.peek()) >= Tag.REGISTER_WORDS;
    }

    /** From where calls that are {@link #ready} are taken. */
    @AlwaysInline
    RingConsumer requests() {
        return requests;
    }

    /** Sends a result of one word, or none. */
    @AlwaysInline
    void answer(int number, long words, long word) {
        if (!answers.hasSeenRoom() || !full.isEmpty()) {
            awaitRoom(1);
        }
        answers.send(Message.header(words, number), word);
    }

    /** A call that was taken goes on as this one, whose message is filled already. */
    void adopt(int number, LateCall call) {
        call.request.receivedByChannel(badge);
        call.channel = this;
        call.number = number;
    }

    /** Takes the next call; false: what is there is none, and all of it is dropped. */
    boolean take(LateCall call) {
        long header = requests.peek();
        int slots = Message.slots(Tag.words(header));
        int available = requests.available();
        if (Tag.words(header) > Tag.MAXIMUM_WORDS || slots > available) {
            requests.skip(available);
            return false;
        }
        Message message = call.request.message();
        requests.receive(message.slots(), slots);
        message.arrived(header);
        call.request.receivedByChannel(badge);
        call.channel = this;
        call.number = Message.number(header);
        return true;
    }

    /** Sends what the call's message holds; waits for room, if there is none. */
    void answer(LateCall call) {
        Message message = call.request.message();
        message.putHeader(call.number);
        int slots = Message.slots(message.size());
        awaitRoom(slots);
        answers.send(message.slots(), slots);
    }

    @NoInline
    private void awaitRoom(int slots) {
        if (full.isEmpty() && hasRoom(slots)) {
            return;
        }
        RoomWaits.Waiting self = full.enter(slots);
        while (!full.isFirst(self) || !hasRoom(slots)) {
            Threads.await();
        }
        full.leave(self);
    }

    private boolean hasRoom(int slots) {
        try {
            return answers.hasRoom(slots);
        } catch (RingCorruptedException e) {
            answers = channel.answersToSend();
            return false;
        }
    }

    /** The client may have made room for an answer, or died. */
    void look() {
        flush();
        requests.hasPeerEnded();
        try {
            full.wakeIfRoom(answers);
        } catch (RingCorruptedException e) {
            answers = channel.answersToSend();
        }
    }

    /** The thread of a call that was taken leaves the loop to another one: 1; it has answered the call: -1. */
    void countWaiting(int more) {
        waiting += more;
    }

    boolean isFull() {
        return !full.isEmpty();
    }

    /** Tells the client what was taken and answered. */
    void flush() {
        requests.flush();
        answers.flush();
    }

    boolean announceWait() {
        return (waiting == most || requests.announceWait()) && announceWaitForRoom();
    }

    private boolean announceWaitForRoom() {
        try {
            return full.announceWait(answers);
        } catch (RingCorruptedException e) {
            answers = channel.answersToSend();
            return false;
        }
    }
}
