package ristretto.sdk;

/** A call that is served in a thread that may wait, and the way of its answer: one of {@code channel} and {@code ticket}. Used again and again. */
final class LateCall {
    static final int NONE = -1;

    final Request request = new Request(null, new Message());

    /** By which it came; null: by a message, and there is a ticket. */
    IncomingCalls channel;

    /** What came with it; null: nothing. */
    KeptRight right;

    /** Where it may name what was handed over, by a word behind all others; null: it came by a message, or methods have no use for that. */
    IncomingRights rights;

    /** {@link #NONE}: it has been answered. */
    int ticket;
    /** What the client called it, in the channel. */
    int number;
    /** Among those that are free. */
    LateCall next;

    /**
     * What it names.
     *
     * @throws MessageFormatException as {@link IncomingRights#use}
     */
    Object takeRight() {
        right = rights.use(request.badge(), request.message().takeLast());
        return right.object;
    }
}
