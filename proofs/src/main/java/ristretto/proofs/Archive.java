package ristretto.proofs;

import org.cprover.CProver;
import ristretto.abi.ArchiveLayout;
import ristretto.abi.RootSlot;
import ristretto.abi.UserLayout;
import ristretto.kernel.riscv64.Sv39;

/**
 * The smallest boot archive: a page of directory, and root's image, one page with one segment. Only what says how large something is, or where it lies, and
 * what sort of segment that is, is given; all other words may be anything.
 */
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
    private static final int ELF = 0x464c_457f;
    private static final int RISCV = 243;
    private static final int HEADER_BYTES = 56;
    private static final long LOAD = 1;

    /** Ticks per second. */
    private static final long LOWEST = 1000;

    private static final long HIGHEST = 1L << 32;

    private static int flags;
    private static long stackBytes;
    private static long heapBytes;
    private static long kept;
    private static long frequency;
    private static long magic;
    private static long count;

    /** Of the entry, the image's first word, those with its machine and with the size of a program header, and of the segment. */
    private static long bytes;

    private static long image;
    private static long machine;
    private static long headers;
    private static long fileOffset;
    private static long fileBytes;

    /** With a segment of these flags; what is not to be written comes from the archive up to the end of its first page. */
    public static void any(int segmentFlags, long ofStack, long ofHeap) {
        flags = segmentFlags;
        stackBytes = ofStack;
        heapBytes = ofHeap;
        kept = CProver.nondetLong();
        frequency = CProver.nondetLong();
        CProver.assume(frequency >= LOWEST && frequency <= HIGHEST);
        magic = CProver.nondetLong();
        count = CProver.nondetLong();
        bytes = CProver.nondetLong();
        image = CProver.nondetLong();
        machine = CProver.nondetLong();
        headers = CProver.nondetLong();
        fileOffset = CProver.nondetLong();
        fileBytes = (flags & WRITE) != 0 ? CProver.nondetLong() : Sv39.PAGE;
    }

    /** Whether the machine must stop because of it. */
    public static boolean isDamaged() {
        return magic != ArchiveLayout.MAGIC_VALUE
                || count <= 0
                || bytes < HEADERS - IMAGE + HEADER_BYTES
                || bytes > Sv39.PAGE
                || (int) image != ELF
                || (machine >>> 16 & 0xffff) != RISCV
                || headers >>> 48 != HEADER_BYTES
                || fileBytes < 0
                || fileBytes > Sv39.PAGE
                || fileOffset < 0
                || fileOffset > Sv39.PAGE - fileBytes
                || (fileOffset & Sv39.PAGE - 1) != 0;
    }

    /** What an entry of a page table has for the segment. */
    public static int rights() {
        return flags == (READ | WRITE) ? 6 : flags == (READ | EXECUTE) ? 10 : 2;
    }

    /** How many pages root finds in its space: image, stack, heap, messages, archive. */
    public static int pagesShown() {
        return IMAGE_PAGES + pages(stackBytes) + pages(heapBytes) + 1 + pages(Board.ARCHIVE_BYTES);
    }

    private static int pages(long length) {
        return (int) ((length + Sv39.PAGE - 1) / Sv39.PAGE);
    }

    /** As much of the end of memory as is kept, in whole pages. */
    public static long keptBytes() {
        return kept & (64 << 20) - Sv39.PAGE;
    }

    static long word(long offset) {
        return switch ((int) offset) {
            case ArchiveLayout.MAGIC -> magic;
            case ArchiveLayout.COUNT -> count;
            case ArchiveLayout.TOTAL_BYTES -> Board.ARCHIVE_BYTES;
            case ArchiveLayout.ROOT_HEAP_BYTES -> heapBytes;
            case ArchiveLayout.ROOT_STACK_BYTES -> stackBytes;
            case ArchiveLayout.MEMORY_BYTES -> Board.END - Sv39.kernelVirtual(0x8000_0000L);
            case ArchiveLayout.TICKS_PER_SECOND -> frequency;
            case ArchiveLayout.ROOT_SLOTS -> SLOTS;
            case ArchiveLayout.KEPT_BYTES -> kept;
            case ArchiveLayout.ENTRIES -> 0x746f_6f72;
            case ArchiveLayout.ENTRIES + ArchiveLayout.NAME_BYTES -> IMAGE;
            case ArchiveLayout.ENTRIES + ArchiveLayout.NAME_BYTES + 8 -> bytes;
            case IMAGE -> image;
            case IMAGE + 16 -> machine;
            case IMAGE + 32 -> HEADERS - IMAGE;
            case IMAGE + 48 -> headers;
            case IMAGE + 56 -> 1;
            case HEADERS -> LOAD | (long) flags << 32;
            case HEADERS + 8 -> fileOffset;
            case HEADERS + 16 -> UserLayout.IMAGE;
            case HEADERS + 32 -> fileBytes;
            case HEADERS + 40 -> IMAGE_PAGES * Sv39.PAGE;
            default -> CProver.nondetLong();
        };
    }

    private Archive() {}
}
