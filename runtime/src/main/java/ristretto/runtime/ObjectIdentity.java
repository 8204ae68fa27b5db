package ristretto.runtime;

import ristretto.magic.Memory;

/**
 * Identity hash codes. Objects never move, so the address is the identity; it is mixed, because the low bits of
 * addresses are alike, and kept positive, because HotSpot's are.
 */
public final class ObjectIdentity {

    public static int hash(Object object) {
        int word = (int) (Memory.addressOf(object) >>> 3);
        int mixed = word * 0x9e37_79b1;
        return (mixed ^ mixed >>> 15) & 0x7fff_ffff;
    }

    private ObjectIdentity() {}
}
