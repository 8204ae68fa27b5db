package ristretto.sdk;

import ristretto.sdk.ring.MappedWords;
import ristretto.sdk.ring.RingConsumer;
import ristretto.sdk.ring.RingLayout;
import ristretto.sdk.ring.RingProducer;
import ristretto.sdk.ring.RingSignal;
import ristretto.sdk.ring.SharedWords;
import ristretto.sdk.system.SystemTable;

/** The frame that client and server share for calls that may wait: a ring of requests and a ring of answers. A message takes as many slots in a row as it needs, published together. */
final class CallChannel implements RingSignal {
    /** The signals of as many channels as a process can have. */
    static final long MOST_SIGNALS = Long.MAX_VALUE & ~(Long.MAX_VALUE >>> SystemTable.MAXIMUM_CHANNEL_ENDS);

    private static final long FIRST_SIGNAL = 1L << 62;

    private static final long UNKNOWN = -1;

    private static long signals = UNKNOWN;

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

    /** The signals by which other processes wake this one for calls and answers, which are no concern of a service. The supervisor gives a process's channels of both kinds their bits in the order of their grants. */
    static long signals() {
        if (signals == UNKNOWN) {
            signals = 0;
            long bit = FIRST_SIGNAL;
            for (int i = 0; i < Startup.grants(); i++) {
                String grant = Startup.grantName(i);
                if (grant.startsWith(Startup.CALLS_TO_WAKE + ":") || grant.startsWith(Startup.CALLS_FROM_WAKE + ":")) {
                    signals |= bit;
                    bit >>>= 1;
                } else if (grant.startsWith(Startup.RING_TO_WAKE + ":")
                        || grant.startsWith(Startup.RING_FROM_WAKE + ":")) {
                    bit >>>= 1;
                }
            }
        }
        return signals;
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
