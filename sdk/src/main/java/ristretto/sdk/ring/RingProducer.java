package ristretto.sdk.ring;

import ristretto.magic.AlwaysInline;
import ristretto.magic.CallRegisters;

/** The end of a ring that sends. One per ring and process life; not for several threads at once. */
public final class RingProducer extends RingEnd {
    /** Index of the next message; {@link RingLayout#TAIL} is only told what this is. */
    private long tail;
    /** Where the room ends that was seen last, {@code capacity} beyond the consumer's index: never behind {@code tail}, never more than {@code capacity} beyond it. */
    private long limit;

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
        long headSeen = words.loadAcquire(RingLayout.HEAD);
        tail = words.load(RingLayout.TAIL);
        if (Long.compareUnsigned(tail - headSeen, capacity) > 0) {
            tail = headSeen;
            words.storeRelease(RingLayout.TAIL, tail);
        }
        limit = headSeen + capacity;
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
        int room = (int) (limit - tail);
        if (room < messages) {
            room = look();
        }
        int count = Math.min(room, messages);
        if (count > 0) {
            publish(source, from, count);
            wakeIfWaiting();
        }
        return count;
    }

    /** Sends messages for which {@link #hasRoom} has said that there is room, from the beginning of an array, and does not wake the consumer: see {@link #flush}. */
    public void send(long[] source, int messages) {
        checkArray(source, 0, messages);
        publish(source, 0, messages);
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

    /**
     * Whether there is room for so many messages.
     *
     * @throws RingCorruptedException as {@link #offer}
     */
    public boolean hasRoom(int messages) {
        return (int) (limit - tail) >= messages || room() >= messages;
    }

    /**
     * As {@link #announceWait}, for so many messages at once.
     *
     * @throws RingCorruptedException as {@link #offer}
     */
    public boolean announceWaitForRoom(int messages) {
        words.store(RingLayout.PRODUCER_WAITS, 1);
        words.fence();
        if (!hasRoom(messages)) {
            return true;
        }
        words.store(RingLayout.PRODUCER_WAITS, 0);
        return false;
    }

    /** Whether the room that was seen last is enough for a message; {@link #hasRoom} looks again. */
    @AlwaysInline
    public boolean hasSeenRoom() {
        return tail != limit;
    }

    /** Index of the next message that is sent. */
    public long next() {
        return tail;
    }

    /** First word of a message that was sent, and not overwritten by a later one, as it is now. */
    public long sent(long index) {
        return words.loadOfSlot(index & mask, 0);
    }

    /** What the consumer's index was when its last life ended. */
    public long taken() {
        return words.load(RingLayout.TAKEN);
    }

    /**
     * As {@link #send}, one message: this word, and those in registers.
     *
     * @param count how many these are at most, from {@code a0} on
     */
    @AlwaysInline
    public void send(long w0, CallRegisters registers, int count) {
        SharedWords to = words;
        long index = tail;
        if (count <= FEW) {
            to.storeFew(index & mask, w0, registers);
        } else {
            to.storeSlot(index & mask, w0, registers);
        }
        tail = index + 1;
        to.storeRelease(RingLayout.TAIL, index + 1);
    }

    /** The same of two words; what else lies in the slot stays. */
    @AlwaysInline
    public void send(long w0, long w1) {
        SharedWords to = words;
        long index = tail;
        to.storeSlot(index & mask, w0, w1);
        tail = index + 1;
        to.storeRelease(RingLayout.TAIL, index + 1);
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
    }

    /** Looks where the consumer is; answers how much room there is. */
    private int look() {
        long ends = endsOfPeer();
        int room = room();
        if (room == 0) {
            follow(ends);
        }
        return room;
    }

    private int room() {
        long head = words.loadAcquire(RingLayout.HEAD);
        long headSeen = seen();
        if (Long.compareUnsigned(head - headSeen, tail - headSeen) > 0) {
            throw corrupted(headSeen, tail, head);
        }
        limit = head + capacity;
        return (int) (limit - tail);
    }

    @Override
    long index() {
        return tail;
    }

    @Override
    long seen() {
        return limit - capacity;
    }

    @Override
    boolean hasWork() {
        return words.loadAcquire(RingLayout.HEAD) != tail - capacity;
    }
}
