package ristretto.desk;

import java.util.Arrays;
import ristretto.kernel.riscv64.Sv39;

/**
 * What the memory management unit does for a process: walks the tables that the kernel made, and remembers what it found until the kernel
 * says that they changed.
 */
final class Translation {
    private static final int REMEMBERED = 64;
    private static final long PAGE_MASK = Sv39.PAGE - 1;
    private static final int USER = 16;
    /** The bits of an entry stand in the order of {@link ristretto.abi.Rights}. */
    private static final int RIGHTS_SHIFT = 1;

    /** Nothing is mapped there, or not for this access. */
    static final long NONE = -1;

    private final MachineMemory memory;
    /** What was found last, by the lower bits of the page's number: that number, and its entry. */
    private final long[] pages = new long[REMEMBERED];

    private final long[] entries = new long[REMEMBERED];
    private long control;

    Translation(MachineMemory memory) {
        this.memory = memory;
        forget();
    }

    /** The kernel's register {@code satp} has a new value. */
    void use(long newControl) {
        if (newControl != control) {
            control = newControl;
            forget();
        }
    }

    void forget() {
        Arrays.fill(pages, NONE);
    }

    /** Physical address behind a virtual one; {@link #NONE}: a page fault. */
    long physical(long virtual, int right) {
        if (virtual < 0 || virtual >= 1L << 38) {
            return NONE;
        }
        long page = virtual >>> 12;
        int place = (int) (page % REMEMBERED);
        boolean known = pages[place] == page;
        long entry = known ? entries[place] : walk(virtual);
        if ((entry & USER) == 0 || (entry >>> RIGHTS_SHIFT & right) != right) {
            return NONE;
        }
        if (!known) {
            pages[place] = page;
            entries[place] = entry;
        }
        return Sv39.target(entry) | virtual & PAGE_MASK;
    }

    /** Entry of the 4-KiB page; 0: none. */
    private long walk(long virtual) {
        long table = Sv39.kernelVirtual((control & (1L << 44) - 1) << 12);
        for (int level = Sv39.TOP_LEVEL; level >= 0; level--) {
            long entry = memory.loadPhysical(Sv39.physical(Sv39.entryAddress(table, virtual, level)), 8);
            if (Sv39.isLeaf(entry)) {
                long inside = virtual & (Sv39.PAGE << 9 * level) - 1 & -Sv39.PAGE;
                return entry + (inside >>> 12) * Sv39.NEXT_PAGE;
            }
            if (!Sv39.isTable(entry)) {
                return 0;
            }
            table = Sv39.kernelVirtual(Sv39.target(entry));
        }
        return 0;
    }
}
