package ristretto.sdk;

import ristretto.magic.AlwaysInline;
import ristretto.runtime.Fiber;
import ristretto.runtime.NoWriteBarrier;
import ristretto.runtime.Threads;

/** One of the calls that a process can have under way by a channel: a place, used again and again. */
final class OutgoingCall {
    static final int FREE = 0;
    static final int WAITS = 1;
    static final int ANSWERED = 2;
    static final int LOST = 3;
    /** One-way: the server has died while it served it, and it is to be sent again. */
    static final int UNSENT = 4;
    /** The caller has gone; the place is free when the answer has come. So it is in those that follow. */
    static final int ABANDONED = 5;
    /** One-way. */
    static final int ONE_WAY = 6;
    /** One-way, and sent again if the server dies while it serves it. */
    static final int REPEATED = 7;

    static final String KEPT = "all calls are in an array as long as their channel is there";

    static final int PLACE_BITS = 6;

    final int place;

    /** The next one that is free; null: there is none. */
    @NoWriteBarrier(KEPT)
    OutgoingCall nextFree;

    int state = FREE;
    /** Its place, and a part of its request's index. */
    int number;
    /** Null: the answer's words are expected to have room in its first slot. */
    Message message;

    Fiber caller;

    /** Where there is no message: tag and only word of the answer. */
    long tag;

    long word;

    /** Of an abandoned call: the place of what goes with it; null: nothing does. */
    OutgoingRights.Place right;

    /** The request, where it may have to be made again. Null: never yet. */
    Message request;

    OutgoingCall(int place) {
        this.place = place;
    }

    /** A request for it is sent, with this index; answers what it is called in the channel. */
    @AlwaysInline
    int begin(long index, int newState) {
        number = place | (int) index << PLACE_BITS & Message.MOST_NUMBER;
        state = newState;
        return number;
    }

    void keep(Message message) {
        if (request == null) {
            request = new Message();
        }
        request.copy(message);
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
