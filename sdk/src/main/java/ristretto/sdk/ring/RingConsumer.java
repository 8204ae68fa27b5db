package ristretto.sdk.ring;

import ristretto.magic.AlwaysInline;
import ristretto.magic.CallRegisters;

/** The end of a ring that receives. One per ring and process life; not for several threads at once. */
public final class RingConsumer extends RingEnd {
    /** Index of the next message; {@link RingLayout#HEAD} is only told what this is. */
    private long head;
    /** The producer's index as it was seen last: never behind {@code head}, never more than {@code capacity} beyond it. */
    private long tailSeen;

    /**
     * Attaches to a ring, new or used. What an earlier life had taken is gone with it; all else is received.
     */
    public RingConsumer(SharedWords words, RingSignal signal) {
        super(
                words,
                signal,
                RingLayout.CONSUMER_WAITS,
                RingLayout.PRODUCER_WAITS,
                RingLayout.PRODUCER_ENDS,
                "producer");
        head = words.load(RingLayout.HEAD);
        long tail = words.loadAcquire(RingLayout.TAIL);
        if (Long.compareUnsigned(tail - head, capacity) > 0) {
            head = tail;
            words.storeRelease(RingLayout.HEAD, head);
        }
        tailSeen = tail;
        attached();
    }

    /**
     * Takes at most so many messages, without waiting. What they say is the producer's, and to be checked as all that comes from
     * another process; but it is a copy, which no longer changes.
     *
     * @param target takes {@link RingLayout#MESSAGE_WORDS} words for each message, from word {@code from} on
     * @return how many were taken; 0: the ring is empty
     * @throws PeerLostException where the ring is empty and the producer ended
     * @throws RingCorruptedException where the producer wrote an index that cannot be
     */
    public int poll(long[] target, int from, int most) {
        checkArray(target, from, most);
        int available = (int) (tailSeen - head);
        if (available < most) {
            available = look();
        }
        int count = Math.min(available, most);
        if (count > 0) {
            take(target, from, count);
            wakeIfWaiting();
        }
        return count;
    }

    /** Takes messages that {@link #available} has seen, to the beginning of an array, and does not wake the producer: see {@link #flush}. */
    public void receive(long[] target, int messages) {
        checkArray(target, 0, messages);
        take(target, 0, messages);
    }

    /**
     * As {@link #poll}, but waits for the first message.
     *
     * @param deadlineTicks 0: none
     * @return how many were taken; 0: the deadline passed
     */
    public int take(long[] target, int from, int most, long deadlineTicks) {
        int count = poll(target, from, most);
        while (count == 0 && most > 0 && sleep(deadlineTicks)) {
            count = poll(target, from, most);
        }
        return count;
    }

    /**
     * How many messages there are at least, without waiting: 0 only where there are none.
     *
     * @throws RingCorruptedException as {@link #poll}
     */
    public int available() {
        int known = (int) (tailSeen - head);
        return known > 0 ? known : published();
    }

    /** First word of the next message, which {@link #available} has seen. The producer may change it until it is taken. */
    @AlwaysInline
    public long peek() {
        return peek(0, 0);
    }

    /** The same of another word of a later message, {@code ahead} of the next one. */
    @AlwaysInline
    public long peek(int ahead, int word) {
        return words.loadOfSlot(head + ahead & mask, word);
    }

    /**
     * Takes the next message, which {@link #available} has seen: all but its first word into registers.
     *
     * @param count how many these are at most, from {@code a0} on
     */
    @AlwaysInline
    public void receive(CallRegisters registers, int count) {
        SharedWords from = words;
        long index = head;
        if (count <= FEW) {
            from.loadFew(index & mask, registers);
        } else {
            from.loadSlot(index & mask, registers);
        }
        head = index + 1;
        from.storeRelease(RingLayout.HEAD, index + 1);
    }

    /** Leaves out messages that {@link #available} has seen. */
    @AlwaysInline
    public void skip(int messages) {
        long index = head + messages;
        head = index;
        words.storeRelease(RingLayout.HEAD, index);
    }

    private void take(long[] target, int from, int count) {
        int slot = (int) head & capacity - 1;
        int first = Math.min(count, capacity - slot);
        words.loadMessages(RingLayout.SLOTS + slot * RingLayout.MESSAGE_WORDS, target, from, first);
        if (first < count) {
            int behind = from + first * RingLayout.MESSAGE_WORDS;
            words.loadMessages(RingLayout.SLOTS, target, behind, count - first);
        }
        head += count;
        words.storeRelease(RingLayout.HEAD, head);
    }

    /** Looks where the producer is; answers how many messages there are. */
    private int look() {
        long ends = endsOfPeer();
        int available = published();
        if (available == 0) {
            follow(ends);
        }
        return available;
    }

    private int published() {
        long tail = words.loadAcquire(RingLayout.TAIL);
        if (Long.compareUnsigned(tail - tailSeen, capacity - (tailSeen - head)) > 0) {
            throw corrupted(tailSeen, head + capacity, tail);
        }
        tailSeen = tail;
        return (int) (tail - head);
    }

    @Override
    long index() {
        return head;
    }

    @Override
    long seen() {
        return tailSeen;
    }

    @Override
    boolean hasWork() {
        return words.loadAcquire(RingLayout.TAIL) != head;
    }
}
