package ristretto.abi;

/** Types of kernel objects, as in retype, capability inspection and error reports. */
public final class ObjectType {
    public static final int NONE = 0;
    /** Free memory, of which all other objects are made. Page-sized parts grow from its low end, descriptors from its high end. Revoking its own slot destroys all that was made of it and makes it free again. */
    public static final int UNTYPED = 1;
    /** Slots for capabilities. A capability is named by its slot's number in the caller's table. */
    public static final int CAP_TABLE = 2;
    /** What a process sees of memory: the topmost page table. It has no operations of its own; frames and page tables are mapped into it. */
    public static final int ADDRESS_SPACE = 3;
    /** A lower page table of an address space (Sv39: of level 1 or 0). */
    public static final int PAGE_TABLE = 4;
    /** Memory, or registers of a device, that can be mapped: 4 KiB to 2 MiB in a row. */
    public static final int FRAME = 5;
    /** Registers, and what a thread runs with: address space, table, message page, fault endpoint, scheduling context, priority. */
    public static final int THREAD = 6;
    /** Processor time: a budget in each period. It has no operations of its own; SchedulingControl says how much it is. */
    public static final int SCHEDULING_CONTEXT = 7;
    /** Where calls meet servers. Callers wait in the order in which they came. */
    public static final int ENDPOINT = 8;
    /** A word of bits that are set by signals and taken by who waits. */
    public static final int NOTIFICATION = 9;
    /** The way back to a caller that waits. Destroying it wakes the caller with SERVER_GONE. */
    public static final int REPLY = 10;
    /** The right to give out processor time. */
    public static final int SCHEDULING_CONTROL = 11;
    /** The right to make interrupt lines. */
    public static final int INTERRUPT_CONTROL = 12;
    /** One interrupt of a device; its interrupts become signals. */
    public static final int INTERRUPT_LINE = 13;
    /** The right to write to the kernel's log, for those who must speak before, or without, a console. */
    public static final int KERNEL_LOG = 14;

    private ObjectType() {}
}
