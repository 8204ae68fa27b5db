package ristretto.abi;

/**
 * Operations of {@link CallNumber#INVOKE}, by object. "cap" is a slot in the caller's own table. Results come in
 * {@code a0}, {@code a1}, … Sizes are in bytes, times in nanoseconds unless said otherwise.
 */
public final class Operation {
    // ---- Untyped: memory that becomes kernel objects. Page-sized parts grow from its low end, descriptors from its
    // high end, so that alignment wastes nothing. Revoking the Untyped's own slot destroys all that was made of it and
    // makes all of it free again.

    /**
     * a0 object type; a1 size (UNTYPED: bytes, a multiple of 4096; CAP_TABLE: slots, 1 to 4096 in all; FRAME: bytes, a
     * multiple of 4096 up to 2 MiB, contiguous; else 0); a2 cap of the destination table; a3 its first destination
     * slot; a4 count, 1 to 64. Memory is zeroed. The new capabilities have all rights and are children of t0.
     * Lets interrupts pass between two objects: if then a thread takes away what the rest needs, those made before stay.
     * a0-a7 are undefined afterwards.
     */
    @Call(
            on = ObjectType.UNTYPED,
            refuses = {
                "t0 OUT_OF_RANGE NOT_ENOUGH_MEMORY",
                "a0 INVALID_ARGUMENT",
                "a1 OUT_OF_RANGE INVALID_ARGUMENT MISALIGNED",
                "a2" + Call.CAPABILITY,
                "a3" + Call.FREE_SLOT,
                "a4 OUT_OF_RANGE"
            })
    public static final int UNTYPED_RETYPE = 1;

    /** Answers a0 size, a1 bytes used, a2 bytes free. */
    @Call(on = ObjectType.UNTYPED)
    public static final int UNTYPED_INSPECT = 2;

    // ---- CapTable: t0 is the destination table.

    /** a0 destination slot (free); a1 cap of the source table; a2 source slot; a3 rights to keep. A child of the source. */
    @Call(
            on = ObjectType.CAP_TABLE,
            refuses = {"a0" + Call.FREE_SLOT, "a1" + Call.CAPABILITY, "a2 NO_CAPABILITY", "a3 OUT_OF_RANGE"})
    public static final int TABLE_COPY = 10;

    /** As TABLE_COPY, and a4 badge (Endpoint, Notification: 64 bits; only where the source has badge 0). */
    @Call(
            on = ObjectType.CAP_TABLE,
            refuses = {
                "a0" + Call.FREE_SLOT,
                "a1" + Call.CAPABILITY,
                "a2 NO_CAPABILITY WRONG_TYPE INVALID_ARGUMENT",
                "a3 OUT_OF_RANGE"
            })
    public static final int TABLE_MINT = 11;

    /** a0 destination slot (free); a1 cap of the source table; a2 source slot, free afterwards. BUSY if it has more than 128 children. */
    @Call(
            on = ObjectType.CAP_TABLE,
            refuses = {"a0" + Call.FREE_SLOT, "a1" + Call.CAPABILITY, "a2 NO_CAPABILITY BUSY"})
    public static final int TABLE_MOVE = 12;

    /**
     * a0 slot; an empty one is fine. The last capability of an object destroys the object; children are handed to the
     * parent. An interrupt can divide it: then it deletes what lies in the slot when it goes on.
     */
    @Call(on = ObjectType.CAP_TABLE, refuses = "a0 NO_CAPABILITY")
    public static final int TABLE_DELETE = 13;

    /** a0 slot. Deletes every capability derived from it, not itself. */
    @Call(on = ObjectType.CAP_TABLE, refuses = "a0 NO_CAPABILITY")
    public static final int TABLE_REVOKE = 14;

    /**
     * a0 slot. Answers a0 type, a1 rights, a2 badge, a3 size (Untyped, Frame: bytes; CapTable: slots; else 0), a4
     * physical or device address of a Frame, virtual address where it is mapped in a5 (0: not mapped).
     */
    @Call(on = ObjectType.CAP_TABLE, refuses = "a0 NO_CAPABILITY")
    public static final int TABLE_INSPECT = 15;

    // ---- PageTable

    /** a0 cap of an AddressSpace; a1 virtual address. Becomes the first table that is missing on the way to it. */
    @Call(
            on = ObjectType.PAGE_TABLE,
            refuses = {"t0 ALREADY_MAPPED", "a0" + Call.CAPABILITY, "a1 OUT_OF_RANGE ALREADY_MAPPED"})
    public static final int PAGE_TABLE_MAP = 20;

    // ---- Frame

    /** a0 cap of an AddressSpace; a1 virtual address; a2 rights of the mapping (READ, WRITE, EXECUTE). All of it lies within 2 MiB that begin at a
     * multiple of 2 MiB. W^X: a frame that was
     * ever mapped writable cannot be mapped executable, and one that was ever executable not be written to in any way.
     */
    @Call(
            on = ObjectType.FRAME,
            right = 0,
            refuses = {
                "t0 OUT_OF_RANGE MISSING_RIGHT ALREADY_MAPPED",
                "a0" + Call.CAPABILITY,
                "a1 MISALIGNED OUT_OF_RANGE ALREADY_MAPPED NO_PAGE_TABLE",
                "a2 INVALID_ARGUMENT"
            })
    public static final int FRAME_MAP = 30;

    @Call(on = ObjectType.FRAME, right = 0, refuses = "t0 NOT_MAPPED")
    public static final int FRAME_UNMAP = 31;

    /**
     * Only of permanent frames (boot archive, devices). a0 first byte; a1 bytes (both multiples of 4096, any size that
     * fits); a2 cap of the Untyped that pays for the new Frame's descriptor and becomes its parent; a3 cap of the
     * destination table; a4 destination slot. The new Frame has t0's rights and is permanent itself. It ends with what
     * paid for it: a revocation of t0 does not take it along.
     */
    @Call(
            on = ObjectType.FRAME,
            right = 0,
            refuses = {
                "t0 INVALID_ARGUMENT",
                "a0 MISALIGNED OUT_OF_RANGE BUSY",
                "a1 MISALIGNED OUT_OF_RANGE",
                "a2 NOT_ENOUGH_MEMORY" + Call.CAPABILITY,
                "a3" + Call.CAPABILITY,
                "a4" + Call.FREE_SLOT
            })
    public static final int FRAME_DERIVE = 32;

    /** a0 byte offset, a multiple of 8. Answers the eight words there in a0-a7; words beyond the end are 0. */
    @Call(
            on = ObjectType.FRAME,
            right = Rights.READ,
            refuses = {"t0 INVALID_ARGUMENT", "a0 MISALIGNED OUT_OF_RANGE"})
    public static final int FRAME_READ = 33;

    /** a0 byte offset, a multiple of 8; a1 number of words, 1 to 6; a2-a7 the words. */
    @Call(
            on = ObjectType.FRAME,
            right = Rights.WRITE,
            refuses = {"t0 INVALID_ARGUMENT", "a0 MISALIGNED OUT_OF_RANGE", "a1 OUT_OF_RANGE"})
    public static final int FRAME_WRITE = 34;

    /** a0 byte offset in t0; a1 cap of the source Frame; a2 byte offset in it; a3 bytes; all multiples of 8, at most 16 KiB a call. */
    @Call(
            on = ObjectType.FRAME,
            right = Rights.WRITE,
            refuses = {
                "t0 INVALID_ARGUMENT",
                "a0 MISALIGNED OUT_OF_RANGE",
                "a1 INVALID_ARGUMENT" + Call.CAPABILITY,
                "a2 MISALIGNED OUT_OF_RANGE INVALID_ARGUMENT",
                "a3 MISALIGNED OUT_OF_RANGE"
            })
    public static final int FRAME_COPY = 35;

    // ---- Thread

    /**
     * a0 cap of AddressSpace; a1 cap of CapTable; a2 cap of the Frame used as message page (it must be one page); a3 cap of the
     * fault endpoint (with SEND; its badge names the thread to the handler), 0: none; a4 cap of the
     * SchedulingContext; a5 priority, 0 (lowest) to 255. The thread must be suspended, as a new one is.
     */
    @Call(
            on = ObjectType.THREAD,
            refuses = {
                "t0 BUSY",
                "a0" + Call.CAPABILITY,
                "a1" + Call.CAPABILITY,
                "a2 INVALID_ARGUMENT BUSY" + Call.CAPABILITY,
                "a3" + Call.CAPABILITY,
                "a4 BUSY" + Call.CAPABILITY,
                "a5 OUT_OF_RANGE"
            })
    public static final int THREAD_CONFIGURE = 40;

    /** a0 pc; a1 stack pointer; a2 first argument (register a0); all other registers become 0. Cancels a wait. */
    @Call(on = ObjectType.THREAD, refuses = "t0 INVALID_ARGUMENT")
    public static final int THREAD_START = 41;

    /** a0 first register; answers eight registers in a0-a7: register 0 is the pc, n is xn; beyond 31: 0. */
    @Call(on = ObjectType.THREAD, refuses = "a0 OUT_OF_RANGE")
    public static final int THREAD_READ_REGISTERS = 42;

    @Call(on = ObjectType.THREAD)
    public static final int THREAD_SUSPEND = 43;

    @Call(on = ObjectType.THREAD, refuses = "t0 INVALID_ARGUMENT")
    public static final int THREAD_RESUME = 44;

    /** a0 priority. */
    @Call(on = ObjectType.THREAD, refuses = "a0 OUT_OF_RANGE")
    public static final int THREAD_SET_PRIORITY = 45;

    /** a0 cap of a Notification (with RECEIVE), 0: unbind. Its signals also wake the thread from RECEIVE. */
    @Call(on = ObjectType.THREAD, refuses = "a0 BUSY" + Call.CAPABILITY)
    public static final int THREAD_BIND_NOTIFICATION = 46;

    /**
     * Answers a0 state (see {@link ThreadState}), a1 priority, a2 processor time consumed on its scheduling context (ns), by
     * itself and by those to whom it was lent.
     */
    @Call(on = ObjectType.THREAD)
    public static final int THREAD_INSPECT = 47;

    /** a0 pc. Cancels a wait and lets the thread go on there, with all other registers as they were. */
    @Call(on = ObjectType.THREAD, refuses = "t0 INVALID_ARGUMENT")
    public static final int THREAD_REDIRECT = 48;

    /**
     * a0 cap of a SchedulingContext, 0: none. What it runs on from now on; without one it runs on what its callers lend it. BUSY while it has
     * lent its own. A caller whose deadline passes takes back what it lent: the server stands still in the midst of its
     * work until it is given one. Who serves callers that it does not trust has one of its own.
     */
    @Call(
            on = ObjectType.THREAD,
            refuses = {"t0 BUSY", "a0 BUSY" + Call.CAPABILITY})
    public static final int THREAD_SET_CONTEXT = 49;

    /** a0 flags: {@link #FOREIGN}, {@link #FAULT_ON_BUDGET}. */
    @Call(on = ObjectType.THREAD, refuses = "a0 OUT_OF_RANGE")
    public static final int THREAD_SET_FLAGS = 36;

    /** a0 first register (0 is the pc, n is xn); a1 how many, 1 to 6; a2-a7 their values. The thread must be suspended or faulted. */
    @Call(
            on = ObjectType.THREAD,
            refuses = {"t0 BUSY", "a0 OUT_OF_RANGE", "a1 OUT_OF_RANGE"})
    public static final int THREAD_WRITE_REGISTERS = 37;

    /** Each of the thread's system calls is a {@link Fault#FOREIGN_CALL}. */
    public static final int FOREIGN = 1;
    /** When its budget is used up the thread does not wait but has a {@link Fault#BUDGET}. */
    public static final int FAULT_ON_BUDGET = 2;

    // ---- SchedulingControl

    /** a0 cap of a SchedulingContext; a1 budget; a2 period (ns), 0 < budget <= period, both at least 10,000. */
    @Call(
            on = ObjectType.SCHEDULING_CONTROL,
            refuses = {"a0" + Call.CAPABILITY, "a1 OUT_OF_RANGE", "a2 OUT_OF_RANGE"})
    public static final int SCHEDULING_CONFIGURE = 50;

    /** Answers a0 time in timer ticks since boot, a1 ticks per second, a2 ns that the core was idle, a3 total bytes of memory, a4 bytes of memory that the kernel keeps for itself. */
    @Call(on = ObjectType.SCHEDULING_CONTROL)
    public static final int SCHEDULING_INSPECT = 51;

    // ---- InterruptControl

    /** a0 interrupt number; a1 cap of the destination table; a2 destination slot: receives the InterruptLine. */
    @Call(
            on = ObjectType.INTERRUPT_CONTROL,
            refuses = {"a0 OUT_OF_RANGE BUSY", "a1" + Call.CAPABILITY, "a2" + Call.FREE_SLOT})
    public static final int INTERRUPT_GET_LINE = 60;

    // ---- InterruptLine

    /** a0 cap of a Notification (with SEND): its badge's bits are set at each interrupt; 0: unbind. Enables the line. */
    @Call(on = ObjectType.INTERRUPT_LINE, refuses = "a0" + Call.CAPABILITY)
    public static final int INTERRUPT_BIND = 70;

    /** Lets the line interrupt again. */
    @Call(on = ObjectType.INTERRUPT_LINE)
    public static final int INTERRUPT_ACKNOWLEDGE = 71;

    // ---- KernelLog: for those who must speak before, or without, a console.

    /** a0 number of bytes, 0 to 56; a1-a7 the bytes, little endian. Answers a0 how many of them, from the first on, the serial port took: it waits for nothing. */
    @Call(on = ObjectType.KERNEL_LOG, refuses = "a0 OUT_OF_RANGE")
    public static final int LOG_WRITE = 80;

    private Operation() {}
}
