package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.LoopBound;
import ristretto.magic.Memory;

/**
 * What must hold of page tables: every page that a process can reach belongs to a living frame, and a capability says
 * that it is mapped there, with at least these rights; none is writable and executable, neither here nor in two places.
 */
final class PageRules {
    private static final byte[] UNKNOWN_SPACE = Text.of("an address space is not under its number");
    private static final byte[] ENTRY = Text.of("a page table's entry is neither table nor page");
    private static final byte[] KERNEL_PAGE = Text.of("a process's page is the kernel's");
    private static final byte[] WRITABLE_CODE = Text.of("a page is writable and executable");
    private static final byte[] UNNAMED = Text.of("a page is shown that no capability maps there");
    private static final byte[] KERNEL_HALF = Text.of("the kernel's half of an address space is not the kernel's");

    private static final int USER_ENTRIES = Sv39.ENTRIES / 2;
    private static final long WRITE = 4;
    private static final long EXECUTE = 8;
    private static final long USER = 16;

    private final Finding finding;
    private final Census census;
    private final Kernel kernel;

    /** Slots of frames that are mapped somewhere. */
    private final Slot[] mapped = new Slot[Census.MOST];

    private int mappings;
    private int lastFound;

    /** Memory below is of what was made at boot. */
    private long bootEnd;

    PageRules(Finding finding, Census census, Kernel kernel) {
        this.finding = finding;
        this.census = census;
        this.kernel = kernel;
    }

    void describe(long endOfBootMemory) {
        bootEnd = endOfBootMemory;
    }

    @LoopBound(value = Census.MOST, reason = "slots, and objects")
    void check() {
        mappings = 0;
        lastFound = 0;
        for (int i = 0; i < census.slotCount; i++) {
            Slot slot = census.slots[i];
            if (slot.object.type == ObjectType.FRAME && Mapping.space(kernel.spaces, slot.badge) != null) {
                mapped[mappings++] = slot;
            }
        }
        for (int i = 0; i < census.objectCount; i++) {
            if (census.objects[i].type == ObjectType.ADDRESS_SPACE) {
                space((AddressSpace) census.objects[i]);
            }
        }
    }

    @LoopBound(value = Sv39.ENTRIES, reason = "entries of a table")
    private void space(AddressSpace space) {
        finding.must(kernel.spaces.get(space.number) == space, UNKNOWN_SPACE, space);
        for (int i = 0; i < USER_ENTRIES; i++) {
            long entry = Memory.loadLong(space.root + 8L * i);
            if (entry != 0) {
                top(space, entry, (long) i << 30);
            }
        }
        for (int i = USER_ENTRIES; i < Sv39.ENTRIES; i++) {
            boolean same = Memory.loadLong(space.root + 8L * i) == Memory.loadLong(kernel.rootTable + 8L * i);
            finding.must(same, KERNEL_HALF, space);
        }
    }

    @LoopBound(value = Sv39.ENTRIES, reason = "entries of a table")
    private void top(AddressSpace space, long entry, long base) {
        finding.must(Sv39.isTable(entry), ENTRY, space);
        if (!Sv39.isTable(entry)) {
            return;
        }
        long table = Sv39.kernelVirtual(Sv39.target(entry));
        for (int i = 0; i < Sv39.ENTRIES; i++) {
            long below = Memory.loadLong(table + 8L * i);
            if (below != 0) {
                middle(space, below, base + ((long) i << 21));
            }
        }
    }

    @LoopBound(value = Sv39.ENTRIES, reason = "entries of a table")
    private void middle(AddressSpace space, long entry, long base) {
        if (!Sv39.isTable(entry)) {
            page(space, entry, base);
            return;
        }
        long table = Sv39.kernelVirtual(Sv39.target(entry));
        for (int i = 0; i < Sv39.ENTRIES; i++) {
            long below = Memory.loadLong(table + 8L * i);
            if (below != 0) {
                page(space, below, base + ((long) i << 12));
            }
        }
    }

    private void page(AddressSpace space, long entry, long address) {
        finding.must(Sv39.isLeaf(entry), ENTRY, space);
        finding.must((entry & USER) != 0, KERNEL_PAGE, space);
        finding.must((entry & (WRITE | EXECUTE)) != (WRITE | EXECUTE), WRITABLE_CODE, space);
        long memory = Sv39.kernelVirtual(Sv39.target(entry));
        if (space.home == null && memory < bootEnd) {
            return;
        }
        boolean named = isNamed(space, entry, address, memory);
        finding.must(named, UNNAMED, space);
        if (!named && finding.text == UNNAMED) {
            finding.address = address;
        }
    }

    /** Neighbouring pages usually belong to one frame, so the search begins where the last one ended. */
    @LoopBound(value = Census.MOST, reason = "mapped frames")
    private boolean isNamed(AddressSpace space, long entry, long address, long memory) {
        int at = lastFound;
        for (int i = 0; i < mappings; i++) {
            if (at >= mappings) {
                at = 0;
            }
            if (shows(mapped[at], space, entry, address, memory)) {
                lastFound = at;
                return true;
            }
            at++;
        }
        return false;
    }

    private boolean shows(Slot slot, AddressSpace space, long entry, long address, long memory) {
        Frame frame = (Frame) slot.object;
        long offset = address - Mapping.virtualAddress(slot.badge);
        if (offset < 0
                || offset >= frame.bytes
                || memory != frame.address + offset
                || Mapping.space(kernel.spaces, slot.badge) != space) {
            return false;
        }
        boolean writes = (entry & WRITE) != 0;
        boolean executes = (entry & EXECUTE) != 0;
        return (!writes || (slot.rights() & Rights.WRITE) != 0)
                && (!executes || (slot.rights() & Rights.EXECUTE) != 0)
                && !frame.forbids((writes ? Rights.WRITE : 0) | (executes ? Rights.EXECUTE : 0));
    }
}
