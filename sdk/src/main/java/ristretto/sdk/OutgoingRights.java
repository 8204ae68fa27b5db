package ristretto.sdk;

import java.util.ArrayDeque;
import ristretto.abi.ErrorCode;
import ristretto.runtime.Fiber;
import ristretto.runtime.Threads;
import ristretto.sdk.loader.Connections;

/**
 * Services and buffers that go with calls by a channel. What is written there gives nobody a right, so that goes before the call, by a message that the server answers at once with a number, which is what the call has in its place. For each that
 * is under way there is a place, here and at the server: what is handed over for a place takes the room of what was, and has not been used.
 */
final class OutgoingRights {
    /** Servers that have died between a right and its call, one after the other, before that is given up. */
    private static final int MOST_ATTEMPTS = 16;

    /** One that is handed over; used again and again. */
    static final class Place {
        private final int number;
        /** Of its call. */
        final Message answer = new Message();
        /** Its caller has gone, and the server may still work on its call. */
        boolean isAbandoned;

        Place(int number) {
            this.number = number;
        }
    }

    private final OutgoingCalls channel;
    /** Of the first place, among all leases of this process's buffer. */
    private final int firstLease;

    private final Message handing = new Message();
    private final ArrayDeque<Place> free = new ArrayDeque<>();
    private int places;
    /** Those that wait for a place, in the order of their coming. */
    private final ArrayDeque<Fiber> waiting = new ArrayDeque<>();

    /** @param number of the channel among those of this process */
    OutgoingRights(OutgoingCalls channel, int number) {
        this.channel = channel;
        firstLease = OwnBuffer.OF_MESSAGES + 1 + number * Connections.MOST_RIGHTS;
    }

    /**
     * As {@link OutgoingCalls#call}, with what travels with the message.
     *
     * @param connection to the same server
     */
    int call(Connection connection, Message message, long deadlineNs) {
        int label = Request.UNKNOWN_RIGHT;
        for (int attempt = 0; label == Request.UNKNOWN_RIGHT && attempt < MOST_ATTEMPTS; attempt++) {
            label = attempt(connection, message, deadlineNs);
        }
        return label;
    }

    private int attempt(Connection connection, Message message, long deadlineNs) {
        Place place = take(deadlineNs);
        int lease = firstLease + place.number;
        try {
            int label = handOver(connection, message, place, lease, deadlineNs);
            if (label == Request.UNKNOWN_RIGHT) {
                return label;
            }
            if (label != 0) {
                message.start(label);
                return label;
            }
            message.putLong(handing.getLong());
            try {
                label = channel.call(place, message, deadlineNs);
            } finally {
                message.takeLast();
            }
            if (label != Request.UNKNOWN_RIGHT) {
                message.copy(place.answer);
            }
            return label;
        } finally {
            message.takeBack(lease);
            if (!place.isAbandoned) {
                release(place);
            }
        }
    }

    /** The answer's label. A server that has died meanwhile knows nothing of it. */
    private int handOver(Connection connection, Message message, Place place, int lease, long deadlineNs) {
        handing.start(Request.HAND_OVER).putLong(place.number);
        handing.carryAs(message, lease);
        try {
            return connection.call(handing, deadlineNs == Long.MAX_VALUE ? 0 : Clock.nsToTicks(deadlineNs));
        } catch (CapabilityError e) {
            if (e.isServerGone()) {
                return Request.UNKNOWN_RIGHT;
            }
            throw e;
        }
    }

    private Place take(long deadlineNs) {
        if (free.isEmpty() && places < Connections.MOST_RIGHTS) {
            return new Place(places++);
        }
        if (free.isEmpty() || !waiting.isEmpty()) {
            await(deadlineNs);
        }
        return free.pop();
    }

    private void await(long deadlineNs) {
        Fiber self = Threads.currentFiber();
        waiting.add(self);
        try {
            while (waiting.peek() != self || free.isEmpty()) {
                if (deadlineNs != Long.MAX_VALUE && Clock.nowNs() >= deadlineNs) {
                    throw CapabilityError.notAnswered(ErrorCode.TIMED_OUT);
                }
                Threads.await(deadlineNs);
            }
        } finally {
            waiting.remove(self);
            wakeFirst();
        }
    }

    private void wakeFirst() {
        if (!free.isEmpty() && !waiting.isEmpty()) {
            Threads.endWait(waiting.peek());
        }
    }

    /** Its call is over. */
    void release(Place place) {
        place.isAbandoned = false;
        free.push(place);
        wakeFirst();
    }

    /** Whether somebody waits for the end of a call that may have been abandoned. */
    boolean isWaitedFor() {
        return !waiting.isEmpty();
    }
}
