package ristretto.desk;

import java.util.Map;
import java.util.function.ObjLongConsumer;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.SimulatedMemory;

/**
 * All memory of the machine, at the kernel's addresses: its own image, of which only the tables are used, then the boot archive, then what
 * the kernel gives to root.
 */
final class MachineMemory extends SimulatedMemory {
    /** Physical address of the first byte. */
    static final long START = 0x8000_0000L;

    private static final long KERNEL = START + Sv39.MAP;
    private static final long TABLES = KERNEL + 0x4000;
    private static final long ARCHIVE = TABLES + 4 * Sv39.PAGE;

    private static final Map<String, Long> SYMBOLS = Map.ofEntries(
            Map.entry("kernel_start", KERNEL),
            Map.entry("kernel_text_end", KERNEL + Sv39.PAGE),
            Map.entry("kernel_rodata_end", KERNEL + 2 * Sv39.PAGE),
            Map.entry("kernel_stack_guard", KERNEL + 2 * Sv39.PAGE),
            Map.entry("panic_stack", KERNEL + 2 * Sv39.PAGE),
            Map.entry("kernel_stack_top", KERNEL + 4 * Sv39.PAGE),
            Map.entry("kernel_tables", TABLES),
            Map.entry("archive_start", ARCHIVE));

    private final ObjLongConsumer<Object> onDestroyed;

    /** @param onDestroyed is told each kernel object that ceases to be, and where it was */
    MachineMemory(byte[] archive, ObjLongConsumer<Object> onDestroyed) {
        this.onDestroyed = onDestroyed;
        write(ARCHIVE - Sv39.MAP, archive);
    }

    @Override
    protected long symbol(String name) {
        Long address = SYMBOLS.get(name);
        return address != null ? address : super.symbol(name);
    }

    @Override
    protected void destroy(Object object) {
        long address = isPlaced(object) ? addressOf(object) : 0;
        super.destroy(object);
        onDestroyed.accept(object, address);
    }

    /** A load by physical address, aligned to its size, from a page table or a frame: the kernel has no object there. */
    long loadPhysical(long physical, int bytes) {
        return loadBytes(physical + Sv39.MAP, bytes);
    }

    void storePhysical(long physical, int bytes, long value) {
        storeBytes(physical + Sv39.MAP, bytes, value);
    }

    void write(long physical, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            storePhysical(physical + i, 1, bytes[i]);
        }
    }
}
