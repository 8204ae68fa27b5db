package ristretto.proofs;

/** What lies where in the memory of a proof: objects that have an address, and their parts, the slots of a table. */
public final class Addresses {
    public static final int OBJECTS = 2;
    public static final int PARTS = 4;

    public static final Object[] objects = new Object[OBJECTS];
    public static final Object[] parts = new Object[OBJECTS * PARTS];

    /** Slots that a thread, the second object, has of its own, and how far behind it they begin. */
    public static Object[] threadSlots = new Object[0];

    public static long threadSlotsOffset;

    /** Parts that the first object has; if more than the usual, the second has none. */
    public static int most = PARTS;

    /** What may be zeroed. */
    public static long freeFrom;

    public static long freeTo = Long.MAX_VALUE;

    /** From here on only this may be zeroed. */
    public static void free(long from, long to) {
        freeFrom = from;
        freeTo = to;
    }

    private Addresses() {}
}
