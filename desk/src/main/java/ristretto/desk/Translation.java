package ristretto.desk;

import java.util.HashMap;
import java.util.Map;
import ristretto.kernel.riscv64.Sv39;

/**
 * What the memory management unit does for a process: walks the tables that the kernel made, and remembers what it found until the kernel
 * says that they changed.
 */
final class Translation {
    private static final long PAGE_MASK = Sv39.PAGE - 1;
    private static final int USER = 16;
    /** The bits of an entry stand in the order of {@link ristretto.abi.Rights}. */
    private static final int RIGHTS_SHIFT = 1;

    /** Nothing is mapped there, or not for this access. */
    static final long NONE = -1;

    private final MachineMemory memory;
    private final Map<Long, Long> entries = new HashMap<>();
    private long control;

    Translation(MachineMemory memory) {
        this.memory = memory;
    }

    /** The kernel's register {@code satp} has a new value. */
    void use(long newControl) {
        if (newControl != control) {
            control = newControl;
            entries.clear();
        }
    }

    void forget() {
        entries.clear();
    }

    /** Physical address behind a virtual one; {@link #NONE}: a page fault. */
    long physical(long virtual, int right) {
        if (virtual < 0 || virtual >= 1L << 38) {
            return NONE;
        }
        Long known = entries.get(virtual >>> 12);
        long entry = known != null ? known : walk(virtual);
        if ((entry & USER) == 0 || (entry >>> RIGHTS_SHIFT & right) != right) {
            return NONE;
        }
        if (known == null) {
            entries.put(virtual >>> 12, entry);
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
