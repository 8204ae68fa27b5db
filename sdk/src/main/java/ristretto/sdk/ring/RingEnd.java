package ristretto.sdk.ring;

/**
 * What both ends of a ring have in common: how an end attaches, sleeps, and learns of the other's death.
 *
 * <p>An end believes nothing that it reads: its own index is kept privately, the other's is checked to lie between where it was and
 * where it can be, and each word is read once. So the worst that the other end can do is to send nonsense, or nothing.
 *
 * <p>No wake-up is lost: an end that finds nothing announces that it waits, looks once more behind a fence, and only then sleeps;
 * the other one publishes, and looks behind a fence whether somebody waits.
 */
abstract sealed class RingEnd permits RingProducer, RingConsumer {
    /** {@link SharedWords#storeFew} has so many. */
    static final int FEW = 2;

    final SharedWords words;
    final int capacity;
    /** Of an index: its slot. */
    final long mask;

    private final RingSignal signal;
    private final int ownWaits;
    private final int peerWaits;
    private final int peerEnds;
    private final String peer;
    private long endsSeen;
    /** The own index when the other end was last woken for it by {@link #flush}. */
    private long flushed;

    RingEnd(SharedWords words, RingSignal signal, int ownWaits, int peerWaits, int peerEnds, String peer) {
        this.words = words;
        this.signal = signal;
        this.ownWaits = ownWaits;
        this.peerWaits = peerWaits;
        this.peerEnds = peerEnds;
        this.peer = peer;
        capacity = RingLayout.capacity(words.size());
        mask = capacity - 1;
    }

    /** To be called at the end of construction: forgets what an earlier life of this end announced, and wakes the other one. */
    final void attached() {
        endsSeen = words.loadAcquire(peerEnds);
        words.store(ownWaits, 0);
        wake();
    }

    /** Most messages that lie in the ring at a time. */
    public final int capacity() {
        return capacity;
    }

    /** Wakes the other end, if it sleeps and there is something to do: after {@link RingProducer#send} and {@link RingConsumer#receive}, which do not. */
    public final void flush() {
        long own = index();
        if (own != flushed) {
            flushed = own;
            wakeIfWaiting();
        }
    }

    /** To be called when something was published. */
    final void wakeIfWaiting() {
        words.fence();
        if (words.load(peerWaits) != 0) {
            wake();
        }
    }

    private void wake() {
        words.store(peerWaits, 0);
        words.fence();
        signal.wakePeer();
    }

    /**
     * Announces that this end waits, and looks once more. True: there is nothing to do, and the other end will signal as soon
     * as there is. False: there is, and nothing is announced. A process that waits elsewhere, as a server does, calls this before.
     */
    public final boolean announceWait() {
        words.store(ownWaits, 1);
        words.fence();
        if (!hasWork() && words.load(peerEnds) == endsSeen) {
            return true;
        }
        words.store(ownWaits, 0);
        return false;
    }

    /** Whether there is anything to do but wait, by what the other end's index is now. */
    abstract boolean hasWork();

    /** Sleeps until there may be something to do; false: the deadline passed. */
    final boolean sleep(long deadlineTicks) {
        if (!announceWait()) {
            return true;
        }
        boolean woken = signal.await(deadlineTicks);
        words.store(ownWaits, 0);
        return woken;
    }

    /** Read before the other's index, so that the index of a life that is over is its last. */
    final long endsOfPeer() {
        return words.loadAcquire(peerEnds);
    }

    /** The own index, and the other's as it was seen last: with {@link #endsSeen} all that an end remembers. */
    abstract long index();

    abstract long seen();

    /** How many lives of the other end are known to be over. */
    final long endsSeen() {
        return endsSeen;
    }

    /** Takes back {@link #announceWait}. */
    public final void endWait() {
        words.store(ownWaits, 0);
    }

    /** Whether lives of the other end are over; says so once, and then no {@link PeerLostException} does. */
    public final boolean hasPeerEnded() {
        long ends = words.loadAcquire(peerEnds);
        if (ends == endsSeen) {
            return false;
        }
        endsSeen = ends;
        return true;
    }

    /** Says, once, that lives of the other end are over. */
    final void follow(long ends) {
        if (ends != endsSeen) {
            endsSeen = ends;
            throw RingFailures.ended(peer);
        }
    }

    final RingCorruptedException corrupted(long least, long most, long got) {
        return RingFailures.corrupted(peer, least, most, got);
    }

    /** @throws IndexOutOfBoundsException where the array does not hold so many messages from there on */
    static void checkArray(long[] array, int from, int messages) {
        if (messages < 0 || from < 0 || messages > array.length - from >> 3) {
            throw RingFailures.outside(array.length, from, messages);
        }
    }
}
