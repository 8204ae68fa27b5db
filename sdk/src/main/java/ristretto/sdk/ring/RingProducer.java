package ristretto.sdk.ring;

/** The end of a ring that sends. One per ring and process life; not for several threads at once. */
public final class RingProducer extends RingEnd {
    /** Index of the next message; {@link RingLayout#TAIL} is only told what this is. */
    private long tail;
    /** The consumer's index as it was seen last: never beyond {@code tail}, never {@code capacity} or more behind it. */
    private long headSeen;

    /**
     * Attaches to a ring, new or used. What an earlier life published and nobody took is still sent.
     */
    public RingProducer(SharedWords words, RingSignal signal) {
        super(
                words,
                signal,
                RingLayout.PRODUCER_WAITS,
                RingLayout.CONSUMER_WAITS,
                RingLayout.CONSUMER_ENDS,
                "consumer");
        headSeen = words.loadAcquire(RingLayout.HEAD);
        tail = words.load(RingLayout.TAIL);
        if (Long.compareUnsigned(tail - headSeen, capacity) > 0) {
            tail = headSeen;
            words.storeRelease(RingLayout.TAIL, tail);
        }
        attached();
    }

    /**
     * Sends as many of these messages as there is room for, without waiting, and publishes them together.
     *
     * @param messages of {@link RingLayout#MESSAGE_WORDS} words each, from word {@code from} of {@code source} on
     * @return how many were sent; 0: the ring is full
     * @throws PeerLostException where the ring is full and the consumer ended
     * @throws RingCorruptedException where the consumer wrote an index that cannot be
     */
    public int offer(long[] source, int from, int messages) {
        checkArray(source, from, messages);
        int room = capacity - (int) (tail - headSeen);
        if (room < messages) {
            room = look();
        }
        int count = Math.min(room, messages);
        if (count > 0) {
            publish(source, from, count);
        }
        return count;
    }

    /**
     * Sends all these messages, and waits for room as long as it takes.
     *
     * @param deadlineTicks 0: none
     * @return how many were sent: all, or fewer where the deadline passed
     * @throws PeerLostException as {@link #offer}; what was sent before stays sent, and it says how many
     */
    public int put(long[] source, int from, int messages, long deadlineTicks) {
        int sent = 0;
        try {
            sent = offer(source, from, messages);
            while (sent < messages && sleep(deadlineTicks)) {
                sent += offer(source, from + sent * RingLayout.MESSAGE_WORDS, messages - sent);
            }
            return sent;
        } catch (PeerLostException e) {
            throw e.after(sent);
        }
    }

    private void publish(long[] source, int from, int count) {
        int slot = (int) tail & capacity - 1;
        int first = Math.min(count, capacity - slot);
        words.storeMessages(RingLayout.SLOTS + slot * RingLayout.MESSAGE_WORDS, source, from, first);
        if (first < count) {
            int behind = from + first * RingLayout.MESSAGE_WORDS;
            words.storeMessages(RingLayout.SLOTS, source, behind, count - first);
        }
        tail += count;
        words.storeRelease(RingLayout.TAIL, tail);
        wakeIfWaiting();
    }

    /** Looks where the consumer is; answers how much room there is. */
    private int look() {
        long ends = endsOfPeer();
        long head = words.loadAcquire(RingLayout.HEAD);
        if (Long.compareUnsigned(head - headSeen, tail - headSeen) > 0) {
            throw corrupted(headSeen, tail, head);
        }
        headSeen = head;
        int room = capacity - (int) (tail - head);
        if (room == 0) {
            follow(ends);
        }
        return room;
    }

    @Override
    long index() {
        return tail;
    }

    @Override
    long seen() {
        return headSeen;
    }

    @Override
    boolean hasWork() {
        return words.loadAcquire(RingLayout.HEAD) != tail - capacity;
    }
}
