package ristretto.proofs;

import org.cprover.CProver;
import ristretto.abi.ArchiveLayout;
import ristretto.abi.RootSlot;
import ristretto.abi.UserLayout;
import ristretto.kernel.riscv64.Sv39;

/** The smallest boot archive: a page of directory, and root's image, one page with one segment. All words that are not named here may be anything. */
public final class Archive {
    public static final int SLOTS = RootSlot.FIRST_FREE;

    /** Pages of the segment, of which the archive has the first. */
    public static final int IMAGE_PAGES = 2;

    /** Flags of a segment. */
    public static final int READ = 4;

    public static final int WRITE = 2;
    public static final int EXECUTE = 1;

    private static final int IMAGE = (int) Sv39.PAGE;
    private static final int HEADERS = IMAGE + 64;
    private static final long ELF = 0x464c_457f;
    private static final long RISCV = 243L << 16;
    private static final long ONE_HEADER_OF_56_BYTES = 56L << 48;
    private static final long LOAD = 1;

    /** Ticks per second. */
    private static final long LOWEST = 1000;

    private static final long HIGHEST = 1L << 32;

    private static int flags;
    private static long stackBytes;
    private static long heapBytes;
    private static long kept;
    private static long frequency;

    /** With a segment of these flags, and a stack and heap of whole pages. */
    public static void any(int segmentFlags, long ofStack, long ofHeap) {
        flags = segmentFlags;
        stackBytes = ofStack;
        heapBytes = ofHeap;
        kept = CProver.nondetLong();
        frequency = CProver.nondetLong();
        CProver.assume(frequency >= LOWEST && frequency <= HIGHEST);
    }

    /** What an entry of a page table has for the segment. */
    public static int rights() {
        return flags == (READ | WRITE) ? 6 : flags == (READ | EXECUTE) ? 10 : 2;
    }

    /** How many pages root finds in its space: image, stack, heap, messages, archive. */
    public static int pagesShown() {
        return IMAGE_PAGES + (int) ((stackBytes + heapBytes + Board.ARCHIVE_BYTES) / Sv39.PAGE) + 1;
    }

    /** As much of the end of memory as is kept, in whole pages. */
    public static long keptBytes() {
        return kept & (64 << 20) - Sv39.PAGE;
    }

    static long word(long offset) {
        return switch ((int) offset) {
            case ArchiveLayout.MAGIC -> ArchiveLayout.MAGIC_VALUE;
            case ArchiveLayout.COUNT -> 1;
            case ArchiveLayout.TOTAL_BYTES -> Board.ARCHIVE_BYTES;
            case ArchiveLayout.ROOT_HEAP_BYTES -> heapBytes;
            case ArchiveLayout.ROOT_STACK_BYTES -> stackBytes;
            case ArchiveLayout.MEMORY_BYTES -> Board.END - Sv39.kernelVirtual(0x8000_0000L);
            case ArchiveLayout.TICKS_PER_SECOND -> frequency;
            case ArchiveLayout.ROOT_SLOTS -> SLOTS;
            case ArchiveLayout.KEPT_BYTES -> kept;
            case ArchiveLayout.ENTRIES -> 0x746f_6f72;
            case ArchiveLayout.ENTRIES + ArchiveLayout.NAME_BYTES -> IMAGE;
            case ArchiveLayout.ENTRIES + ArchiveLayout.NAME_BYTES + 8 -> Sv39.PAGE;
            case IMAGE -> ELF | CProver.nondetLong() << 32;
            case IMAGE + 16 -> RISCV;
            case IMAGE + 32 -> HEADERS - IMAGE;
            case IMAGE + 48 -> ONE_HEADER_OF_56_BYTES;
            case IMAGE + 56 -> 1;
            case HEADERS -> LOAD | (long) flags << 32;
            case HEADERS + 8 -> 0;
            case HEADERS + 16 -> UserLayout.IMAGE;
            case HEADERS + 32 -> Sv39.PAGE;
            case HEADERS + 40 -> IMAGE_PAGES * Sv39.PAGE;
            default -> CProver.nondetLong();
        };
    }

    private Archive() {}
}
