package ristretto.sdk.service;

import ristretto.magic.CallRegisters;
import ristretto.sdk.Clock;
import ristretto.sdk.Message;

/** How a message gets to a server and its answer back: a {@link ristretto.sdk.Connection}, or in tests anything else. */
public interface Transport {
    /** The time that comes after so much time, as the calls take it: of the {@link Clock}, or of another one, if there is another one on this side. */
    default long deadline(long fromNowNs) {
        return Clock.deadline(fromNowNs);
    }

    /**
     * Sends the message, waits for the answer and puts it into the same message.
     *
     * @param deadlineTicks see {@link #deadline}; 0: none
     * @return the answer's label
     * @throws ristretto.sdk.CapabilityError where there is no answer; the message is as it was
     */
    int call(Message message, long deadlineTicks);

    /** As {@link #call}, of a method that returns a service, which travels with the answer. */
    default int callForService(Message message, long deadlineTicks) {
        return call(message, deadlineTicks);
    }

    /**
     * As {@link #call}, of a method that may wait: other threads of the caller's run meanwhile, if its system allows it.
     *
     * @param patienceNs how long the call may take; 0: as long as it wants
     */
    default int callLate(Message message, long patienceNs) {
        return call(message, patienceNs == 0 ? 0 : deadline(patienceNs));
    }

    /** As {@link #callLate}, of a method that has a service or a buffer as its argument, which travels with the call. */
    default int callLending(Message message, long patienceNs) {
        return callLate(message, patienceNs);
    }

    /**
     * As {@link #callLate}, of a method for whose end nobody waits: only until the server has the request, or the next one will.
     *
     * @param again whether it is made again if the server dies while it serves it
     * @return 0, or the label with which it, or an earlier one, was refused
     * @throws ristretto.sdk.CapabilityError where there was no room for it until its time had come
     */
    default int send(Message message, long patienceNs, boolean again) {
        return callLate(message, patienceNs);
    }

    /** Where {@link #callRegisters} takes its words from, {@code a0} to {@code a7}, and leaves those of the answer. */
    CallRegisters words();

    /**
     * As {@link #call}, for at most eight words, which are in {@link #words}.
     *
     * @param tag label and number of words, see {@link ristretto.abi.Tag}
     * @return that of the answer
     */
    long callRegisters(long tag, long deadlineTicks);

    /** Nothing goes this way any more. */
    default void close() {}

    /** As {@link #callRegisters} and {@link #callLate}, for at most seven words. */
    default long callLateRegisters(long tag, long patienceNs) {
        return callRegisters(tag, patienceNs == 0 ? 0 : deadline(patienceNs));
    }

    /** Puts the answer that {@link #callRegisters} got into a message. */
    void take(Message message);
}
