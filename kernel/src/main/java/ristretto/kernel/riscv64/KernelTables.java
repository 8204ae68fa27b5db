package ristretto.kernel.riscv64;

import ristretto.magic.LoopBound;
import ristretto.magic.Memory;
import ristretto.magic.Rare;
import ristretto.magic.riscv64.Machine;

/**
 * The kernel's own address space: its text executable and not writable, its constants neither, everything else never
 * executable; the page below the stack and the memory of firmware and machine mode not mapped at all. Four tables, in the
 * kernel's image, of which the root is in use already: it shows everything by three entries, which are replaced.
 */
@Rare
final class KernelTables {
    private static final long GIGABYTE = 1L << 30;
    private static final long READ_WRITE = Sv39.READ | Sv39.WRITE;

    /**
     * End of the physical memory that there is room to map. The last gigabyte may be mapped further than memory goes.
     */
    static final long LIMIT = 64 * GIGABYTE;

    /** Where the board's devices that the kernel uses lie. */
    private static final long FINISHER = 0x10_0000L;

    /** Builds the tables for memory from 0x80000000 on up to this physical end; answers the root. */
    @LoopBound(value = Sv39.ENTRIES, reason = "entries of a table")
    static long build(long memoryEnd) {
        long root = Memory.symbol("kernel_tables");
        long devices = root + Sv39.PAGE;
        long memory = devices + Sv39.PAGE;
        long image = memory + Sv39.PAGE;
        long start = Memory.symbol("kernel_start");
        setLarge(devices, FINISHER);
        setLarge(devices, Uart.PHYSICAL);
        for (long at = Plic.PHYSICAL; at < Plic.PHYSICAL + Plic.BYTES; at += Sv39.LARGE_PAGE) {
            setLarge(devices, at);
        }
        long first = Sv39.physical(start) & -Sv39.LARGE_PAGE;
        long base = first & -GIGABYTE;
        for (long at = first; at < memoryEnd && at < base + GIGABYTE; at += Sv39.LARGE_PAGE) {
            setLarge(memory, at);
        }
        for (long at = base + GIGABYTE; at < memoryEnd; at += GIGABYTE) {
            Memory.storeLong(Sv39.entryAddress(root, at + Sv39.MAP, 2), Sv39.kernelLeaf(at, READ_WRITE));
        }
        setTable(memory, start, 1, image);
        for (long at = start; at < Sv39.kernelVirtual(first) + Sv39.LARGE_PAGE; at += Sv39.PAGE) {
            Memory.storeLong(Sv39.entryAddress(image, at, 0), imageEntry(at, memoryEnd));
        }
        setTable(root, start, 2, memory);
        setTable(root, Sv39.MAP, 2, devices);
        Memory.storeLong(Sv39.entryAddress(root, first, 2), 0);
        return root;
    }

    private static long imageEntry(long address, long memoryEnd) {
        long physical = Sv39.physical(address);
        if (address == Memory.symbol("kernel_stack_guard") || physical >= memoryEnd) {
            return 0;
        }
        if (address < Memory.symbol("kernel_text_end")) {
            return Sv39.kernelLeaf(physical, Sv39.READ | Sv39.EXECUTE);
        }
        if (address < Memory.symbol("kernel_rodata_end")) {
            return Sv39.kernelLeaf(physical, Sv39.READ);
        }
        return Sv39.kernelLeaf(physical, READ_WRITE);
    }

    private static void setTable(long table, long address, int level, long next) {
        Memory.storeLong(Sv39.entryAddress(table, address, level), Sv39.tableEntry(next));
    }

    private static void setLarge(long table, long physical) {
        long at = physical & -Sv39.LARGE_PAGE;
        Memory.storeLong(Sv39.entryAddress(table, at + Sv39.MAP, 1), Sv39.kernelLeaf(at, READ_WRITE));
    }

    /** How many address-space identifiers the core knows: those bits of the register that keep a one. */
    static int identifiers(long control) {
        Machine.writeSatp(control | 0xffffL << 44);
        long bits = Machine.readSatp() >>> 44 & 0xffff;
        Machine.writeSatp(control);
        Machine.sfenceVma();
        return (int) bits + 1;
    }

    private KernelTables() {}
}
