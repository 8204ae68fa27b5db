package ristretto.bench.ring;

import ristretto.sdk.Heartbeat;
import ristretto.sdk.ring.PeerLostException;
import ristretto.sdk.ring.RingConsumer;
import ristretto.sdk.ring.RingLayout;
import ristretto.sdk.ring.Rings;

/**
 * Takes what {@link RingSource} sends and holds each message against the one before: right checksum, next number, same life; a new life begins
 * with 0, and is told by then or at the next empty ring. Says so every million messages, and ends with an exception where anything is wrong.
 */
public final class RingSink {
    private static final int MOST = 32;
    private static final long REPORT = 1_000_000;

    private long last = -1;
    private long life;
    private long verified;
    private int newLives;
    private int told;

    public static void main(String[] arguments) {
        new RingSink().run();
    }

    private void run() {
        RingConsumer ring = Rings.from("source");
        long[] messages = new long[MOST * RingLayout.MESSAGE_WORDS];
        while (true) {
            try {
                int count = ring.take(messages, 0, 1 + (int) (verified % MOST), 0);
                for (int i = 0; i < count; i++) {
                    verify(messages, i * RingLayout.MESSAGE_WORDS);
                }
            } catch (PeerLostException e) {
                told++;
            }
            Heartbeat.answer();
        }
    }

    private void verify(long[] words, int at) {
        long sequence = words[at];
        if (!Checksum.isRight(words, at)) {
            throw new IllegalStateException("message " + sequence + " is not what was sent");
        }
        boolean isNext = sequence == last + 1 && words[at + 1] == life;
        boolean isNewLife = sequence == 0 && words[at + 1] > life;
        if (!isNext && !isNewLife && last >= 0) {
            throw new IllegalStateException("message " + sequence + " of life " + words[at + 1] + " behind message "
                    + last + " of life " + life);
        }
        newLives += isNewLife && last >= 0 ? 1 : 0;
        last = sequence;
        life = words[at + 1];
        if (++verified % REPORT == 0) {
            System.out.println("sink: " + verified + " messages verified, " + newLives + " new lives of the source, "
                    + told + " told");
        }
    }
}
