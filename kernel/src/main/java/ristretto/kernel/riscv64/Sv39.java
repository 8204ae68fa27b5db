package ristretto.kernel.riscv64;

import ristretto.abi.Rights;
import ristretto.magic.riscv64.Machine;

/**
 * Three levels of page tables with 512 entries each (RISC-V privileged specification 1.12, section 4.4). All physical
 * memory is also mapped, never executable, at {@link #MAP}: the kernel reaches tables, objects and user pages only
 * there.
 */
public final class Sv39 {
    /** Kernel virtual address = physical address + MAP. */
    public static final long MAP = 0xffff_ffc0_0000_0000L;

    public static final long PAGE = 4096;
    public static final long LARGE_PAGE = 2 << 20;
    public static final int ENTRIES = 512;
    public static final int TOP_LEVEL = 2;

    static final long VALID = 1;
    static final long READ = 2;
    static final long WRITE = 4;
    static final long EXECUTE = 8;
    static final long USER = 16;
    static final long GLOBAL = 32;
    static final long ACCESSED = 64;
    static final long DIRTY = 128;
    /** By what the entries of two pages that follow each other differ. */
    public static final long NEXT_PAGE = 1 << 10;

    private static final long NUMBER = 0x003f_ffff_ffff_fc00L;
    private static final long MODE = 8L << 60;
    private static final int ASID_SHIFT = 44;

    public static long physical(long kernelVirtual) {
        return kernelVirtual - MAP;
    }

    public static long kernelVirtual(long physical) {
        return physical + MAP;
    }

    /** Entry of a page of a process. The accessed and dirty bits are set, as we use neither. */
    public static long userLeaf(long physical, int rights) {
        long entry = physical >>> 12 << 10 | VALID | USER | ACCESSED | DIRTY;
        if ((rights & Rights.READ) != 0) {
            entry |= READ;
        }
        if ((rights & Rights.WRITE) != 0) {
            entry |= WRITE;
        }
        if ((rights & Rights.EXECUTE) != 0) {
            entry |= EXECUTE;
        }
        return entry;
    }

    static long kernelLeaf(long physical, long bits) {
        return physical >>> 12 << 10 | VALID | GLOBAL | ACCESSED | DIRTY | bits;
    }

    public static long tableEntry(long kernelVirtual) {
        return physical(kernelVirtual) >>> 12 << 10 | VALID;
    }

    public static boolean isTable(long entry) {
        return (entry & (VALID | READ | WRITE | EXECUTE)) == VALID;
    }

    public static boolean isLeaf(long entry) {
        return (entry & VALID) != 0 && (entry & (READ | WRITE | EXECUTE)) != 0;
    }

    /** Physical address of the page or table that an entry names. */
    public static long target(long entry) {
        return (entry & NUMBER) << 2;
    }

    /** Where, in the table of this level, the entry for a virtual address lies. */
    public static long entryAddress(long table, long virtualAddress, int level) {
        return table + (virtualAddress >>> 12 + 9 * level & ENTRIES - 1) * 8;
    }

    public static long satp(long rootTable, long asid) {
        return MODE | asid << ASID_SHIFT | physical(rootTable) >>> 12;
    }

    /** Table root that the running core uses. */
    public static long activeRoot() {
        return kernelVirtual((Machine.readSatp() & (1L << ASID_SHIFT) - 1) << 12);
    }

    private Sv39() {}
}
