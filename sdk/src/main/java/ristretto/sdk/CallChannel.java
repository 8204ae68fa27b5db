package ristretto.sdk;

import ristretto.sdk.ring.MappedWords;
import ristretto.sdk.ring.RingConsumer;
import ristretto.sdk.ring.RingLayout;
import ristretto.sdk.ring.RingProducer;
import ristretto.sdk.ring.RingSignal;
import ristretto.sdk.ring.SharedWords;

/** The frame that client and server share for calls that may wait: a ring of requests and a ring of answers. A message takes as many slots in a row as it needs, published together. */
final class CallChannel implements RingSignal {
    private static final int HALF = RingLayout.BYTES / 2;

    private final SharedWords requests;
    private final SharedWords answers;
    private final Notification peer;

    /**
     * @param address of the frame
     * @param wake slot of the right to wake the other process
     */
    CallChannel(long address, int wake) {
        requests = new MappedWords(address, HALF);
        answers = new MappedWords(address + HALF, HALF);
        peer = new Notification(wake);
    }

    RingProducer requestsToSend() {
        return new RingProducer(requests, this);
    }

    RingConsumer requestsToServe() {
        return new RingConsumer(requests, this);
    }

    RingProducer answersToSend() {
        return new RingProducer(answers, this);
    }

    RingConsumer answersToTake() {
        return new RingConsumer(answers, this);
    }

    @Override
    public void wakePeer() {
        peer.signal();
    }

    /** Nobody waits at a single ring of these. */
    @Override
    public boolean await(long deadlineTicks) {
        throw new UnsupportedOperationException("a channel is one of many things that its process waits for");
    }
}
