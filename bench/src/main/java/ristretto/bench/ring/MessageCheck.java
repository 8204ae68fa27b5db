package ristretto.bench.ring;

import ristretto.sdk.ring.RingConsumer;
import ristretto.sdk.ring.RingLayout;

/** Takes what {@link RingSource} sends, and counts what is right: the checksum, and the number, which is the next one, or 0 of a later life. */
public final class MessageCheck {
    private static final int MOST = 32;

    private final long[] words = new long[MOST * RingLayout.MESSAGE_WORDS];
    private long last = -1;
    private long life;
    private long wrong;

    /** Takes some of the messages that are there; answers how many of them are right. */
    public int receive(RingConsumer ring) {
        int count = ring.poll(words, 0, MOST);
        int right = 0;
        for (int i = 0; i < count; i++) {
            right += isRight(i * RingLayout.MESSAGE_WORDS) ? 1 : 0;
        }
        wrong += count - right;
        return right;
    }

    /** How many were wrong since the last time. */
    public long takeWrong() {
        long result = wrong;
        wrong = 0;
        return result;
    }

    private boolean isRight(int at) {
        long sequence = words[at];
        boolean isNext = sequence == last + 1 && words[at + 1] == life;
        boolean isNewLife = sequence == 0 && words[at + 1] != life;
        boolean right = Checksum.isRight(words, at) && (isNext || isNewLife || last < 0);
        last = sequence;
        life = words[at + 1];
        return right;
    }
}
