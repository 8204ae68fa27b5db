package ristretto.test.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages that a process may touch, as its page tables say (RISC-V privileged specification, section 10.4: Sv39), read from outside of the machine.
 *
 * @param pages in ascending order
 */
record AddressSpace(List<Page> pages) {
    static final int PAGE_BYTES = 4096;
    private static final int ENTRIES = 512;
    private static final long PHYSICAL_PAGE = (1L << 44) - 1;
    private static final int VALID = 1;
    private static final int READ = 2;
    private static final int WRITE = 4;
    private static final int EXECUTE = 8;
    private static final int USER = 16;
    private static final long MEMORY = 0x8000_0000L;

    record Page(long virtualAddress, long physicalAddress, boolean writable, boolean executable) {}

    /** Pages of memory only: the registers of devices are left out. */
    static AddressSpace of(GdbRemote machine, long satp) throws IOException {
        List<Page> pages = new ArrayList<>();
        walk(machine, (satp & PHYSICAL_PAGE) * PAGE_BYTES, 2, 0, pages);
        return new AddressSpace(pages);
    }

    private static void walk(GdbRemote machine, long table, int level, long from, List<Page> pages) throws IOException {
        LongBuffer entries = ByteBuffer.wrap(machine.read(table, PAGE_BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer();
        // The upper half of the highest level is the kernel's.
        int end = level == 2 ? ENTRIES / 2 : ENTRIES;
        for (int i = 0; i < end; i++) {
            long entry = entries.get(i);
            long physical = (entry >>> 10 & PHYSICAL_PAGE) * PAGE_BYTES;
            long address = from + ((long) i << 12 + 9 * level);
            if ((entry & VALID) == 0) {
                continue;
            }
            if ((entry & (READ | WRITE | EXECUTE)) == 0) {
                walk(machine, physical, level - 1, address, pages);
            } else if (level == 0 && (entry & USER) != 0 && physical >= MEMORY) {
                pages.add(new Page(address, physical, (entry & WRITE) != 0, (entry & EXECUTE) != 0));
            }
        }
    }

    /** The page of this address; null: there is none. */
    Page page(long address) {
        for (Page page : pages) {
            if (page.virtualAddress == (address & -PAGE_BYTES)) {
                return page;
            }
        }
        return null;
    }

    List<Page> writable() {
        return pages.stream().filter(Page::writable).toList();
    }

    List<Page> executable() {
        return pages.stream().filter(Page::executable).toList();
    }
}
