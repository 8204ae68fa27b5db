package ristretto.bench.ring;

import ristretto.sdk.Clock;
import ristretto.sdk.Heartbeat;
import ristretto.sdk.ring.PeerLostException;
import ristretto.sdk.ring.RingLayout;
import ristretto.sdk.ring.RingProducer;
import ristretto.sdk.ring.Rings;

/** Sends numbered messages for ever, in batches of changing size; each life begins with number 0. Goes on when {@link RingSink} dies. */
public final class RingSource {
    private static final int MOST = 24;

    public static void main(String[] arguments) {
        RingProducer ring = Rings.to("sink");
        long life = Clock.nowTicks();
        long[] messages = new long[MOST * RingLayout.MESSAGE_WORDS];
        long sequence = 0;
        while (true) {
            int count = 1 + (int) (sequence * 7 % MOST);
            for (int i = 0; i < count; i++) {
                Checksum.write(messages, i * RingLayout.MESSAGE_WORDS, sequence + i, life);
            }
            int sent = 0;
            while (sent < count) {
                try {
                    sent += ring.put(messages, sent * RingLayout.MESSAGE_WORDS, count - sent, 0);
                } catch (PeerLostException e) {
                    sent += e.sent();
                }
            }
            sequence += count;
            Heartbeat.answer();
        }
    }

    private RingSource() {}
}
