package ristretto.desk;

import java.util.function.LongSupplier;
import ristretto.desk.board.Board;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.Device;
import ristretto.magic.SimulatedMemory;
import ristretto.magic.riscv64.Machine;

/** The machine as the kernel sees it: all memory, the core's registers, the board's devices. A thread has this view while it is in the kernel. */
record KernelView(MachineMemory memory, KernelCore core, Board board) {

    /** What is done there has this view, whoever's thread it is. */
    long run(LongSupplier work) {
        SimulatedMemory.use(memory);
        Machine.use(core);
        Device.simulate(this::access);
        try {
            return work.getAsLong();
        } finally {
            Execution.useCurrent();
        }
    }

    private long access(long address, long value) {
        long physical = Sv39.physical(address);
        if (!Board.hasRegister(physical)) {
            throw new IllegalStateException("no device at 0x%x".formatted(physical));
        }
        if (value == Long.MIN_VALUE) {
            return board.load(physical);
        }
        board.store(physical, (int) value);
        return 0;
    }
}
