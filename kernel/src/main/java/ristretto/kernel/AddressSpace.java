package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.LoopBound;
import ristretto.magic.Memory;
import ristretto.magic.riscv64.Machine;

/**
 * What a process can reach: the root of a tree of page tables. The upper half of every root is the kernel's and the
 * same everywhere. Threads hold a space by a capability of their own, so nobody runs in one that is being destroyed.
 */
public final class AddressSpace extends KernelObject {
    /** Kernel virtual address of the root table. */
    long root;

    /** What the core's control register is set to while a thread of this space runs. */
    long control;

    int number;
    int generation;

    @LoopBound(value = Sv39.ENTRIES / 2, reason = "entries of the kernel's half of a table")
    static AddressSpace create(AddressSpaces spaces, long descriptor, long page, long kernelRoot) {
        AddressSpace space = Memory.place(AddressSpace.class, descriptor);
        space.type = ObjectType.ADDRESS_SPACE;
        space.root = page;
        for (int i = Sv39.ENTRIES / 2; i < Sv39.ENTRIES; i++) {
            Memory.storeLong(page + 8L * i, Memory.loadLong(kernelRoot + 8L * i));
        }
        spaces.add(space);
        space.control = Sv39.satp(page, space.number);
        return space;
    }

    /**
     * Address of the entry for a virtual address at a level, or, where a table is missing on the way, the negative
     * number of its level less one: -1 is level 0, -2 is level 1. A large page on the way counts as missing.
     */
    @LoopBound(value = Sv39.TOP_LEVEL, reason = "levels of the tree")
    long entryAddress(long virtualAddress, int level) {
        long table = root;
        for (int at = Sv39.TOP_LEVEL; at > level; at--) {
            long entry = Memory.loadLong(Sv39.entryAddress(table, virtualAddress, at));
            if (!Sv39.isTable(entry)) {
                return missing(at - 1);
            }
            table = Sv39.kernelVirtual(Sv39.target(entry));
        }
        return Sv39.entryAddress(table, virtualAddress, level);
    }

    /** Address of the last-level entry for a virtual address, if it shows that physical one; else 0. */
    long showing(long virtualAddress, long physical) {
        long address = entryAddress(virtualAddress, 0);
        return !isMissing(address) && Sv39.target(Memory.loadLong(address)) == physical && Memory.loadLong(address) != 0
                ? address
                : 0;
    }

    /** Changes the last-level entry at this address. */
    void set(long entryAddress, long entry, long virtualAddress) {
        Memory.storeLong(entryAddress, entry);
        Machine.sfenceVmaPage(virtualAddress, number);
    }

    static long missing(int level) {
        return -1L - level;
    }

    static boolean isMissing(long entryAddress) {
        return entryAddress < 0 && entryAddress >= -3;
    }

    /** Whether this page shows that physical address. */
    boolean shows(long virtualAddress, long physical) {
        long entry = entryOf(virtualAddress);
        return Sv39.isLeaf(entry) && Sv39.target(entry) == physical;
    }

    /** The leaf entry, large or small, for a virtual address; 0, or the entry of a table, if there is none. */
    @LoopBound(value = Sv39.TOP_LEVEL, reason = "levels of the tree")
    private long entryOf(long virtualAddress) {
        long entry = Memory.loadLong(Sv39.entryAddress(root, virtualAddress, Sv39.TOP_LEVEL));
        for (int level = Sv39.TOP_LEVEL - 1; level >= 0 && Sv39.isTable(entry); level--) {
            entry = Memory.loadLong(Sv39.entryAddress(Sv39.kernelVirtual(Sv39.target(entry)), virtualAddress, level));
        }
        return entry;
    }

    /**
     * 0 if all of a range within one last-level table is free; else minus the level of the missing table less one, or 1: in
     * use.
     */
    @LoopBound(value = Sv39.ENTRIES, reason = "a frame is at most 2 MiB")
    int check(long virtualAddress, long bytes) {
        long address = entryAddress(virtualAddress, 0);
        if (isMissing(address)) {
            long large = entryAddress(virtualAddress, 1);
            boolean taken = !isMissing(large) && Memory.loadLong(large) != 0;
            return taken ? 1 : (int) address;
        }
        for (long at = 0; at < bytes; at += Sv39.PAGE) {
            if (Memory.loadLong(address) != 0) {
                return 1;
            }
            address += 8;
        }
        return 0;
    }

    /** Whether a frame can be mapped here as one large page. */
    boolean fitsLarge(long virtualAddress, long physical, long bytes) {
        if (bytes != Sv39.LARGE_PAGE || ((virtualAddress | physical) & Sv39.LARGE_PAGE - 1) != 0) {
            return false;
        }
        long large = entryAddress(virtualAddress, 1);
        return !isMissing(large) && Memory.loadLong(large) == 0;
    }

    @LoopBound(value = Sv39.ENTRIES, reason = "a frame is at most 2 MiB")
    void map(long virtualAddress, long physical, long bytes, int rights, boolean large) {
        if (large) {
            Memory.storeLong(entryAddress(virtualAddress, 1), Sv39.userLeaf(physical, rights));
        } else {
            long address = entryAddress(virtualAddress, 0);
            long entry = Sv39.userLeaf(physical, rights);
            for (long at = 0; at < bytes; at += Sv39.PAGE) {
                Memory.storeLong(address, entry);
                address += 8;
                entry += Sv39.NEXT_PAGE;
            }
        }
        flush(virtualAddress, bytes);
    }

    /**
     * One fence for all pages of a range: hundreds of them would hold up interrupts for longer than the work they save.
     */
    private void flush(long virtualAddress, long bytes) {
        if (bytes == Sv39.PAGE) {
            Machine.sfenceVmaPage(virtualAddress, number);
        } else {
            Machine.sfenceVmaAsid(number);
        }
    }

    /** Takes away those pages of a range within one last-level table that still show this physical memory. */
    @LoopBound(value = (int) (Frame.STEP_BYTES / Sv39.PAGE), reason = "pages of a step")
    void unmap(long virtualAddress, long physical, long bytes) {
        long address = entryAddress(virtualAddress, 1);
        if (isMissing(address)) {
            return;
        }
        boolean hasTable = Sv39.isTable(Memory.loadLong(address));
        if (hasTable) {
            address = entryAddress(virtualAddress, 0);
        }
        long end = hasTable ? bytes : Sv39.PAGE;
        for (long at = 0; at < end; at += Sv39.PAGE) {
            long entry = Memory.loadLong(address);
            if (entry != 0 && Sv39.target(entry) == physical + at) {
                Memory.storeLong(address, 0);
            }
            address += 8;
        }
        flush(virtualAddress, bytes);
    }
}
