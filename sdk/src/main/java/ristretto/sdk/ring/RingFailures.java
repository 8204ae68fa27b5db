package ristretto.sdk.ring;

import ristretto.magic.Rare;

/** Makes what the ends of a ring throw, away from the code that sends and takes. */
@Rare
final class RingFailures {
    static RingCorruptedException corrupted(String peer, long least, long most, long got) {
        return new RingCorruptedException("ring: the " + peer + " broke the protocol: its index: expected " + least
                + " to " + most + ", got " + got);
    }

    static PeerLostException ended(String peer) {
        return new PeerLostException("ring: the " + peer + " ended");
    }

    static IndexOutOfBoundsException outside(int length, int from, int messages) {
        return new IndexOutOfBoundsException(
                "ring: " + messages + " messages from word " + from + " on, of " + length + " words");
    }

    private RingFailures() {}
}
