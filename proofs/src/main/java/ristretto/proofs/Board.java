package ristretto.proofs;

import org.cprover.CProver;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Sv39;

/**
 * The memory of a small machine at the addresses where the kernel finds it: kernel, boot archive, what is free. Pages that were made zero keep
 * what is stored in them, objects lie where they were placed; whatever else is read may be anything. What is placed or zeroed must be free: in no
 * object, in no page that is in use, outside kernel, archive and what is kept.
 */
public final class Board {
    public static final long KERNEL = Sv39.kernelVirtual(0x8020_0000L);
    public static final long ARCHIVE = KERNEL + 10 * Sv39.PAGE;
    public static final long ARCHIVE_BYTES = 2 * Sv39.PAGE;
    public static final long END = KERNEL + 40 * Sv39.PAGE;

    private static final long TABLES = KERNEL + 4 * Sv39.PAGE;
    private static final int TABLES_PAGES = 4;
    private static final long OBJECT_BYTES = 256;
    private static final long SLOT_BYTES = 64;
    private static final long FLOATS_BYTES = 33 * 8;
    private static final int MOST_OBJECTS = 64;

    /** Words of half a page: as many as the model checker follows one by one. */
    private static final int PART_WORDS = 256;

    private static final int PART_SHIFT = 11;

    /** Whether a proof runs on it; else memory is as {@code MemoryStandIn} says. */
    public static boolean isUsed;

    /** End of what has been placed or zeroed. */
    public static long used;

    /** Parts of pages; null: may hold anything. */
    private static final long[][] parts = new long[(int) (END - KERNEL >> PART_SHIFT)][];

    private static final Object[] objects = new Object[MOST_OBJECTS];
    private static final long[] begins = new long[MOST_OBJECTS];
    private static final long[] ends = new long[MOST_OBJECTS];
    private static int placed;

    private static final long[] taken = new long[MOST_OBJECTS];
    private static int pages;

    /** Where small objects may be that need zeroes. */
    private static long zeroFrom;

    private static long zeroTo;

    /** Begins with the kernel's tables, of which the root has any entries. */
    public static void start() {
        isUsed = true;
        used = ARCHIVE + ARCHIVE_BYTES;
        for (long at = TABLES; at < TABLES + TABLES_PAGES * Sv39.PAGE; at += Sv39.PAGE) {
            clear(at);
        }
        for (int i = 0; i < PART_WORDS; i++) {
            parts[part(TABLES)][i] = CProver.nondetLong();
            parts[part(TABLES) + 1][i] = CProver.nondetLong();
        }
    }

    /** Where the linker puts things. */
    public static long symbol(String name) {
        if (name == "archive_start") {
            return ARCHIVE;
        } else if (name == "kernel_start") {
            return KERNEL;
        } else if (name == "kernel_text_end") {
            return KERNEL + Sv39.PAGE;
        } else if (name == "kernel_rodata_end") {
            return KERNEL + 2 * Sv39.PAGE;
        } else if (name == "kernel_stack_guard") {
            return KERNEL + 3 * Sv39.PAGE;
        }
        assert name == "kernel_tables";
        return TABLES;
    }

    public static long load(long address) {
        assert (address & 7) == 0 && address >= KERNEL && address < END;
        if (address >= ARCHIVE && address < ARCHIVE + ARCHIVE_BYTES) {
            return Archive.word(address - ARCHIVE);
        }
        long[] part = parts[part(address)];
        return part == null ? CProver.nondetLong() : part[word(address)];
    }

    /** Only into pages that were made zero, and the kernel's tables. */
    public static void store(long address, long value) {
        assert (address & 7) == 0 && address >= KERNEL && address < END;
        parts[part(address)][word(address)] = value;
    }

    public static void zero(long address, long bytes) {
        take(address, address + bytes);
        if ((address & Sv39.PAGE - 1) == 0 && bytes == Sv39.PAGE) {
            clear(address);
            taken[pages] = address;
            pages++;
        } else {
            zeroFrom = address;
            zeroTo = address + bytes;
        }
    }

    /** From the archive into one page that was made zero. */
    public static void copy(long from, long to, long bytes) {
        assert from >= ARCHIVE && bytes > 0 && from + bytes <= ARCHIVE + ARCHIVE_BYTES;
        assert bytes <= Sv39.PAGE && (to & Sv39.PAGE - 1) == 0 && parts[part(to)] != null;
        parts[part(to)] = null;
        parts[part(to) + 1] = null;
    }

    public static void place(Object object, long address, boolean isSmall) {
        long end = address
                + (object instanceof RegisterFrame ? OBJECT_BYTES + FLOATS_BYTES : isSmall ? SLOT_BYTES : OBJECT_BYTES);
        take(address, end);
        objects[placed] = object;
        begins[placed] = address;
        ends[placed] = end;
        placed++;
    }

    /** In memory that has been zeroed. */
    public static void placeInZeroes(Object object, long address) {
        assert address >= zeroFrom && address + SLOT_BYTES <= zeroTo;
        place(object, address, true);
    }

    public static Object at(long address) {
        for (int i = 0; i < placed; i++) {
            if (begins[i] == address) {
                return objects[i];
            }
        }
        assert false;
        return null;
    }

    public static long addressOf(Object object) {
        for (int i = 0; i < placed; i++) {
            if (objects[i] == object) {
                return begins[i];
            }
        }
        assert false;
        return 0;
    }

    /** Whether it was made zero as a whole, and no object lies in it. */
    public static boolean isPage(long page) {
        if ((page & Sv39.PAGE - 1) != 0 || page < ARCHIVE + ARCHIVE_BYTES || page + Sv39.PAGE > used) {
            return false;
        }
        for (int i = 0; i < pages; i++) {
            if (taken[i] == page) {
                return true;
            }
        }
        return false;
    }

    private static void take(long from, long to) {
        assert from >= ARCHIVE + ARCHIVE_BYTES && to <= END - Archive.keptBytes();
        for (int i = 0; i < placed; i++) {
            assert to <= begins[i] || from >= ends[i];
        }
        for (int i = 0; i < pages; i++) {
            assert to <= taken[i] || from >= taken[i] + Sv39.PAGE;
        }
        if (to > used) {
            used = to;
        }
    }

    private static void clear(long page) {
        parts[part(page)] = new long[PART_WORDS];
        parts[part(page) + 1] = new long[PART_WORDS];
    }

    private static int part(long address) {
        return (int) (address - KERNEL >> PART_SHIFT);
    }

    private static int word(long address) {
        return (int) (address >> 3) & PART_WORDS - 1;
    }

    private Board() {}
}
