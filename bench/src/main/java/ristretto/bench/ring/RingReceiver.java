package ristretto.bench.ring;

import ristretto.magic.riscv64.Machine;
import ristretto.sdk.Heartbeat;
import ristretto.sdk.ring.RingConsumer;
import ristretto.sdk.ring.RingLayout;
import ristretto.sdk.ring.Rings;

/**
 * Counts its instructions while it empties a ring that {@link RingSender} fills meanwhile, and prints the figures of both sides together: instructions
 * for a message of 64 bytes. While it sleeps the ring fills up; the first batch after that wakes the sender, the others are the steady state.
 */
public final class RingReceiver {
    private static final long SLEEP_NS = 1_000_000;

    public static void main(String[] arguments) {
        RingConsumer ring = Rings.from("sender");
        long[] messages = new long[RingMeter.BATCH * RingLayout.MESSAGE_WORDS];
        RingMeter batches = new RingMeter();
        RingMeter singles = new RingMeter();
        long sentInBatches = 0;
        long sentSingly = 0;
        while (sentSingly == 0 || !singles.isFull()) {
            Heartbeat.sleep(SLEEP_NS);
            int count;
            do {
                int most = batches.isFull() ? 1 : RingMeter.BATCH;
                long start = Machine.readInstret();
                count = ring.poll(messages, 0, most);
                long instructions = Machine.readInstret() - start;
                if (count == RingMeter.BATCH) {
                    batches.count(instructions);
                } else if (count == 1 && most == 1) {
                    singles.count(instructions);
                }
                for (int i = 0; i < count; i++) {
                    if (messages[i * RingLayout.MESSAGE_WORDS] == 1) {
                        sentInBatches = messages[i * RingLayout.MESSAGE_WORDS + 1];
                        sentSingly = messages[i * RingLayout.MESSAGE_WORDS + 2];
                    }
                }
            } while (count > 0);
        }
        long both = sentInBatches + batches.median();
        System.out.println("ringMessage " + (both + RingMeter.BATCH - 1) / RingMeter.BATCH);
        System.out.println("ringMessageSingle " + (sentSingly + singles.median()));
    }

    private RingReceiver() {}
}
