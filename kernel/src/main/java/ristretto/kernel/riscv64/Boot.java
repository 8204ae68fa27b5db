package ristretto.kernel.riscv64;

import ristretto.abi.ArchiveLayout;
import ristretto.kernel.Kernel;
import ristretto.kernel.RootProcess;
import ristretto.kernel.Text;
import ristretto.magic.Export;
import ristretto.magic.Memory;
import ristretto.magic.Rare;
import ristretto.magic.riscv64.Machine;

/**
 * From the firmware to the first instruction of root; without firmware, when the boot archive says what the board has,
 * from machine.S. Everything here runs once.
 */
@Rare
final class Boot {
    private static final byte[] BAD_TREE = Text.of("device tree not understood, at");
    private static final byte[] NO_ROOM = Text.of("the kernel does not fit, end of memory and of kernel");
    private static final byte[] PANIC_TEST = Text.of("panic-test");

    private static final DeviceTree TREE = new DeviceTree();
    private static final RootProcess ROOT = new RootProcess();

    /** End of what the early tables show of memory. */
    private static final long EARLY_END = 0xc000_0000L;

    /** Counters that processes may read: time and retired instructions. */
    private static final long USER_COUNTERS = 2 | 4;

    /** Answers the register frame to go on with. */
    @Export("kernel_boot")
    static long start(long hart, long deviceTree) {
        long free = Memory.symbol("archive_start");
        long start = Memory.symbol("kernel_start") & -Sv39.LARGE_PAGE;
        TREE.memoryBytes = Memory.loadLong(free + ArchiveLayout.MEMORY_BYTES);
        TREE.ticksPerSecond = Memory.loadLong(free + ArchiveLayout.TICKS_PER_SECOND);
        if (TREE.memoryBytes != 0) {
            Uart.start();
        } else if (deviceTree <= 0 || deviceTree >= EARLY_END || !TREE.read(Sv39.kernelVirtual(deviceTree))) {
            Panic.stop(BAD_TREE, deviceTree, 0);
        }
        long memoryEnd = TREE.memoryStart + TREE.memoryBytes;
        long end = (memoryEnd < KernelTables.LIMIT ? memoryEnd : KernelTables.LIMIT) & -Sv39.PAGE;
        if (free - start > Sv39.LARGE_PAGE || Sv39.physical(free) >= end) {
            Panic.stop(NO_ROOM, end, Sv39.physical(free));
        }
        long table = KernelTables.build(end);
        long control = Sv39.satp(table, 0);
        Machine.sfenceVma();
        int identifiers = KernelTables.identifiers(control);
        Machine.writeScounteren(USER_COUNTERS);
        Plic.start();
        Machine.writeSie(Interrupts.TIMER | Interrupts.EXTERNAL);
        Kernel kernel = Trap.KERNEL;
        kernel.describe(table, control, TREE.ticksPerSecond, identifiers, Sv39.kernelVirtual(end) - start);
        if (TREE.hasArgument(PANIC_TEST)) {
            Memory.storeLong(hart + 8, 0);
        }
        ROOT.build(kernel, free, Sv39.kernelVirtual(end));
        return Trap.leave(kernel.core);
    }

    private Boot() {}
}
