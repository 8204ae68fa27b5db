package ristretto.kernel;

import ristretto.kernel.riscv64.Plic;
import ristretto.magic.riscv64.Machine;

/**
 * All state of the kernel hangs off the one object of this class, which is made when the kernel is built. The
 * parameters are the sizes of its universes, so that tests can run it in a small one.
 */
public final class Kernel {
    public final Core core;
    final AddressSpaces spaces;
    final InterruptLine[] lines;
    public final Reaper reaper = new Reaper(this);
    final SchedulingControl schedulingControl = new SchedulingControl();
    final InterruptControl interruptControl = new InterruptControl();
    /** Has no slots. */
    final CapTable noTable = new CapTable();

    final KernelLog log = new KernelLog();

    /** Kernel virtual address of the kernel's own root table, whose upper half every space shares. */
    long rootTable;

    /** What the control register holds while no process's space is in use. */
    long control;

    /** Set by the first panic, so that one within a panic ends at once. */
    public boolean panicking;

    long ticksPerSecond;
    long memoryBytes;
    long kernelBytes;

    public Kernel(int addressSpaces, int interruptLines, int priorities) {
        core = new Core(priorities);
        spaces = new AddressSpaces(addressSpaces);
        lines = new InterruptLine[interruptLines];
        for (int i = 0; i < interruptLines; i++) {
            lines[i] = new InterruptLine(i);
        }
    }

    /** Tells what only the running machine knows. */
    public void describe(long table, long tableControl, long frequency, int identifiers, long memory) {
        rootTable = table;
        control = tableControl;
        ticksPerSecond = frequency;
        memoryBytes = memory;
        spaces.restrict(identifiers);
    }

    /** Serves an interrupt. Further ones are taken at the next entry, which comes at once. */
    public void serveInterrupt() {
        int number = Plic.claim();
        if (number >= lines.length) {
            Plic.complete(number);
            Plic.disable(number);
        } else if (number != 0) {
            lines[number].arrive(core);
        }
    }

    /** Whether a long operation should let an interrupt pass. */
    static boolean interruptPending() {
        return (Machine.readSip() & Machine.readSie()) != 0;
    }

    long ticks(long nanoseconds) {
        long seconds = nanoseconds / 1_000_000_000L;
        long rest = nanoseconds - seconds * 1_000_000_000L;
        return seconds * ticksPerSecond + rest * ticksPerSecond / 1_000_000_000L;
    }

    long nanoseconds(long ticks) {
        long frequency = ticksPerSecond == 0 ? 1 : ticksPerSecond;
        long seconds = ticks / frequency;
        return seconds * 1_000_000_000L + (ticks - seconds * frequency) * 1_000_000_000L / frequency;
    }
}
