package ristretto.sdk;

import java.util.ArrayList;
import java.util.List;
import ristretto.sdk.loader.Connections;

/**
 * Services and buffers that clients have handed over for calls by channels, as many for each channel as {@link Connections#MOST_RIGHTS}. A call names what it is to have by a number, of which it is believed only that it may be one of its client's: it is
 * good for one call. Numbers are not given a second time: they count on from the time at which the process has started, and there is less than one for each tick, so that in the next life nobody takes those of this one for others.
 */
final class IncomingRights {
    private final ReceivedServices received;
    private final IncomingCalls[] channels;
    private final List<KeptRight> all = new ArrayList<>();
    private long number = Clock.nowTicks();

    IncomingRights(ReceivedServices received, IncomingCalls[] channels) {
        this.received = received;
        this.channels = channels;
    }

    /** Serves the message by which a client hands something over for one of its places. */
    @Immediate
    void take(Request request) {
        int place = request.message().getInt(0, Connections.MOST_RIGHTS - 1);
        int owner = owner(request.badge());
        if (!hasChannel(owner)) {
            throw new MessageFormatException("message: the client has no channel to the service");
        }
        int count = 0;
        for (int i = all.size() - 1; i >= 0; i--) {
            KeptRight right = all.get(i);
            if (right.owner == owner && right.place == place && !right.isUsed) {
                right.end();
            }
            if (right.hasEnded) {
                all.remove(i);
            } else if (right.owner == owner) {
                count++;
            }
        }
        if (count == Connections.MOST_RIGHTS || !received.canKeep()) {
            request.answer(Request.BUSY);
            return;
        }
        KeptRight right = received.keep();
        if (right == null) {
            throw new MessageFormatException("message: expected a service or a buffer, got none");
        }
        right.owner = owner;
        right.place = place;
        right.number = ++number;
        all.add(right);
        request.answer().putLong(number);
    }

    /**
     * For the call that names it.
     *
     * @param badge of the client whose channel that came by
     * @throws MessageFormatException where the client has handed over no such thing, or it was used
     */
    KeptRight use(long badge, long named) {
        for (KeptRight right : all) {
            if (right.number == named && right.owner == owner(badge) && !right.isUsed) {
                right.isUsed = true;
                return right;
            }
        }
        throw new MessageFormatException("message: nothing was handed over as " + named, Request.UNKNOWN_RIGHT);
    }

    /** Who has places of its own: a client, for each service that it calls by a channel. Nobody has for what a method has returned. */
    private static int owner(long badge) {
        return Badge.isOfSession(badge) ? -1 : Badge.client(badge) | Badge.service(badge) << 8;
    }

    private boolean hasChannel(int owner) {
        for (IncomingCalls channel : channels) {
            if (owner(channel.badge()) == owner) {
                return true;
            }
        }
        return false;
    }
}
