package ristretto.bench.ring;

import ristretto.magic.riscv64.Machine;
import ristretto.sdk.ring.RingLayout;
import ristretto.sdk.ring.RingProducer;
import ristretto.sdk.ring.Rings;

/**
 * Counts its instructions while it fills a ring, in batches and one by one, and sends what it counted to {@link RingReceiver} in the next
 * messages. Waits only when the ring is full, which is once in several batches.
 */
public final class RingSender {

    public static void main(String[] arguments) {
        RingProducer ring = Rings.to("receiver");
        long[] messages = new long[RingMeter.BATCH * RingLayout.MESSAGE_WORDS];
        RingMeter batches = new RingMeter();
        RingMeter singles = new RingMeter();
        while (!singles.isFull()) {
            long start = Machine.readInstret();
            int sent = ring.put(messages, 0, RingMeter.BATCH, 0);
            batches.count(Machine.readInstret() - start);
            check(sent == RingMeter.BATCH);
            if (batches.isFull()) {
                start = Machine.readInstret();
                sent = ring.put(messages, 0, 1, 0);
                singles.count(Machine.readInstret() - start);
                check(sent == 1);
            }
        }
        messages[0] = 1;
        messages[1] = batches.median();
        messages[2] = singles.median();
        ring.put(messages, 0, 1, 0);
        messages[0] = 0;
        while (true) {
            ring.put(messages, 0, 1, 0);
        }
    }

    private static void check(boolean condition) {
        if (!condition) {
            throw new IllegalStateException("a put without deadline did not send all");
        }
    }

    private RingSender() {}
}
