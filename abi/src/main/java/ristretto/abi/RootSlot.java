package ristretto.abi;

/** Where the kernel puts root's first capabilities. */
public final class RootSlot {
    public static final int CAP_TABLE = 1;
    public static final int ADDRESS_SPACE = 2;
    public static final int THREAD = 3;
    public static final int SCHEDULING_CONTEXT = 4;
    public static final int SCHEDULING_CONTROL = 5;
    public static final int INTERRUPT_CONTROL = 6;
    /** A permanent Frame (READ, EXECUTE) over the whole boot archive; also mapped read-only, at {@link StartupPage#ARCHIVE}. */
    public static final int ARCHIVE = 7;
    /** A permanent Frame (READ, WRITE) over all device registers that the kernel does not use itself, from physical address 0. */
    public static final int DEVICES = 8;

    public static final int KERNEL_LOG = 9;
    /** All memory that is left, as one Untyped. */
    public static final int UNTYPED = 10;

    /**
     * A permanent Frame (READ, WRITE) over the end of memory, as much as the boot archive says ({@link ArchiveLayout#KEPT_BYTES}). The kernel never writes there: what lies there outlives a warm
     * restart.
     */
    public static final int KEPT = 11;

    public static final int FIRST_FREE = 16;
    /** Slots in root's table, where the boot archive does not say otherwise. */
    public static final int SLOTS = 512;

    private RootSlot() {}
}
