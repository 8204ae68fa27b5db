package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.Memory;
import ristretto.magic.riscv64.Machine;

/**
 * A page of 512 entries below an address space's root. It is zeroed whenever it is mapped, because its entries may name
 * frames that died while it hung nowhere.
 */
public final class PageTable extends KernelObject {
    /** Kernel virtual address of the page. */
    long page;

    /** Space and first address that it was mapped for, see {@link Mapping}, and its level (1 or 0). */
    long mapping;

    int level;

    static PageTable create(long descriptor, long page) {
        PageTable table = Memory.place(PageTable.class, descriptor);
        table.type = ObjectType.PAGE_TABLE;
        table.page = page;
        return table;
    }

    /** Address of the entry above that names this table; 0: it hangs nowhere. */
    long entryAbove(AddressSpaces spaces) {
        AddressSpace space = Mapping.space(spaces, mapping);
        if (space == null) {
            return 0;
        }
        long address = space.entryAddress(Mapping.virtualAddress(mapping), level + 1);
        if (AddressSpace.isMissing(address)) {
            return 0;
        }
        long entry = Memory.loadLong(address);
        return Sv39.isTable(entry) && Sv39.target(entry) == Sv39.physical(page) ? address : 0;
    }

    void map(AddressSpace space, long virtualAddress, int atLevel, long above) {
        Memory.zero(page, Sv39.PAGE);
        mapping = Mapping.of(space, virtualAddress);
        level = atLevel;
        Memory.storeLong(above, Sv39.tableEntry(page));
        Machine.sfenceVmaAsid(space.number);
    }

    void unmap(AddressSpaces spaces) {
        long above = entryAbove(spaces);
        if (above != 0) {
            Memory.storeLong(above, 0);
            Machine.sfenceVmaAsid(Mapping.space(spaces, mapping).number);
        }
        mapping = 0;
    }
}
