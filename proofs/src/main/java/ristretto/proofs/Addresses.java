package ristretto.proofs;

/** What lies where in the memory of a proof: objects that have an address, and their parts, the slots of a table. */
public final class Addresses {
    public static final int OBJECTS = 2;
    public static final int PARTS = 4;

    public static final Object[] objects = new Object[OBJECTS];
    public static final Object[] parts = new Object[OBJECTS * PARTS];

    private Addresses() {}
}
