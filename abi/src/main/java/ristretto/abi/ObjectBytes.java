package ristretto.abi;

/** What kernel objects take beside their pages, at most: who builds a process reckons with it. A test holds the kernel against it. */
public final class ObjectBytes {
    /** With its registers. */
    public static final int THREAD = 976;

    public static final int SCHEDULING_CONTEXT = 128;
    /** Of every object but threads, scheduling contexts, untyped memory, and the slots of tables. */
    public static final int DESCRIPTOR = 72;

    public static final int SLOT = 64;

    private ObjectBytes() {}
}
