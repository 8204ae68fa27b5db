package ristretto.sdk.ring;

import ristretto.sdk.Heartbeat;
import ristretto.sdk.Notification;
import ristretto.sdk.Startup;

/**
 * The rings that the system description gives to this process. Each end is attached once in a process's life, or again after a {@link
 * RingCorruptedException}. Who waits at an end answers heartbeats meanwhile; other signals only end the wait early, so a process that also serves
 * or has interrupts waits in its server and calls {@link RingEnd#announceWait} before.
 */
public final class Rings {
    /** The ring to this process, which the own table {@code process.NAME} lists under {@code rings}. */
    public static RingProducer to(String consumer) {
        return new RingProducer(words(Startup.RING_TO, consumer), new ProcessSignal(Startup.RING_TO_WAKE, consumer));
    }

    /** The ring from this process. */
    public static RingConsumer from(String producer) {
        return new RingConsumer(
                words(Startup.RING_FROM, producer), new ProcessSignal(Startup.RING_FROM_WAKE, producer));
    }

    private static SharedWords words(String kind, String peer) {
        return new MappedWords(Startup.grant(kind, peer), RingLayout.BYTES);
    }

    /** Waits where the process waits for everything. */
    private static final class ProcessSignal implements RingSignal {
        private final Notification peer;

        ProcessSignal(String kind, String peer) {
            this.peer = new Notification((int) Startup.grant(kind, peer));
        }

        @Override
        public void wakePeer() {
            peer.signal();
        }

        @Override
        public boolean await(long deadlineTicks) {
            return Heartbeat.await(deadlineTicks) != 0;
        }
    }

    private Rings() {}
}
