package ristretto.abi;

/**
 * The boot archive: one page of directory, with the system table behind it if that fits; then entries that each begin on a page. The directory holds, in 64-bit
 * words: magic, number of entries, total bytes, root's heap bytes, root's stack bytes, and, where no firmware passes a device tree (else 0),
 * bytes of memory and timer ticks per second; slots of root's table; bytes at the end of memory that are kept over a warm restart; from byte 72 on one
 * {@link #ENTRY_BYTES} record per entry: name (24 bytes, UTF-8, zero-padded), byte offset, byte size. An image is a stripped
 * ELF executable (riscv64, little endian) whose PT_LOAD segments are page-aligned in the file as in memory; the program header of
 * type {@link #TRACE_SEGMENT} locates its trace table (see {@code ristretto.magic.TraceTable}).
 */
public final class ArchiveLayout {
    public static final int MAGIC = 0;
    public static final int COUNT = 8;
    public static final int TOTAL_BYTES = 16;
    public static final int ROOT_HEAP_BYTES = 24;
    public static final int ROOT_STACK_BYTES = 32;
    public static final int MEMORY_BYTES = 40;
    public static final int TICKS_PER_SECOND = 48;
    public static final int ROOT_SLOTS = 56;
    public static final int KEPT_BYTES = 64;
    public static final int ENTRIES = 72;
    public static final int ENTRY_BYTES = 40;
    public static final int NAME_BYTES = 24;
    public static final int MAXIMUM_ENTRIES = 96;

    public static final long MAGIC_VALUE = 0x31_56_49_48_43_52_41_52L;

    /** Name of root's image, which the kernel starts. */
    public static final String ROOT = "root";
    /** Name of the entry that holds the system table, made from the system description. */
    public static final String SYSTEM = "system";

    /** Program header type of the trace table, from the range that ELF leaves to operating systems. */
    public static final int TRACE_SEGMENT = 0x6072_0001;

    private ArchiveLayout() {}
}
