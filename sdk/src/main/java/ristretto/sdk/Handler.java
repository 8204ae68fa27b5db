package ristretto.sdk;

import ristretto.magic.CallRegisters;

/**
 * What a server does. One method runs at a time, and each must come to its end: meanwhile nobody else is served.
 */
public interface Handler {
    long UNSERVED = -1;
    long ANSWERED = -2;

    /** A server is made for this; whoever has methods that return services calls {@link Server#returnServices}, and whoever has some that may wait {@link Server#serveLate}. */
    default void begin(Server server) {}

    /**
     * Serves a request: answers it, or defers the answer. A request that is neither, or whose message does not hold
     * what was read from it, is refused.
     */
    void serve(Request request);

    /**
     * Serves a request whose words are all in registers, without a message: for dispatchers that are written by the annotation processor.
     *
     * @param registers {@code t1} holds the tag, {@code a0} to {@code a7} the words, and the result's afterwards. Whoever calls others loses them
     * @param request for {@link ristretto.sdk.service.Answers}; it says nothing of the client
     * @return number of words of the result, whose label is 0; {@link #ANSWERED}: the answer is in the request's; {@link #UNSERVED}: {@link #serve} has to be
     *     asked, and the registers are as they were
     */
    default long serveRegisters(CallRegisters registers, Request request) {
        return UNSERVED;
    }

    /**
     * Serves a request that {@link Request#answerLater} has put off, or that came by a channel, in a thread that may wait. The request is another object, with what the client sent. One that
     * is not answered, or whose message does not hold what was read from it, is refused.
     */
    default void serveLate(Request request) {}

    /** Whether this call of {@link #serveLate}, if it came by a message, is answered before it is served: its client does not wait for its end. */
    default boolean isAnsweredFirst(Request request) {
        return false;
    }

    /** As {@link #serveRegisters}, in a thread that may wait: once it does, the registers are others'. */
    default long serveLateRegisters(CallRegisters registers, Request request) {
        return UNSERVED;
    }

    /** Signals came: bit n stands for this process's interrupt n. */
    default void signalled(long bits) {}

    /** When {@link #wake} wants to be called, in ticks of the {@link Clock}; 0: never. */
    default long wakeAtTicks() {
        return 0;
    }

    /** The time has come. */
    default void wake() {}
}
