package ristretto.kernel.riscv64;

import ristretto.abi.Fault;
import ristretto.kernel.Core;
import ristretto.kernel.FastPath;
import ristretto.kernel.Faults;
import ristretto.kernel.Kernel;
import ristretto.kernel.SystemCalls;
import ristretto.kernel.Thread;
import ristretto.magic.AlwaysInline;
import ristretto.magic.Export;
import ristretto.magic.Memory;
import ristretto.magic.riscv64.Machine;

/**
 * Every way into the kernel after boot; {@code entry.S} has saved the running thread's registers. The answer is the
 * frame of the thread to go on with, or 0: wait for an interrupt, then ask {@link #wake}.
 */
public final class Trap {
    static final Kernel KERNEL = new Kernel(1024, 96);

    public static final long CALL_FROM_USER = 8;
    private static final long ILLEGAL_INSTRUCTION = 2;

    /** The frequent system calls. 0: it is something else, and nothing has changed; ask {@link #enter}. */
    @Export("kernel_fast_path")
    @AlwaysInline
    static long enterFast(RegisterFrame frame, long cause) {
        return cause == CALL_FROM_USER ? Memory.addressOf(FastPath.run(KERNEL.core, frame)) : 0;
    }

    @Export("kernel_trap")
    static long enter(long cause) {
        Core core = KERNEL.core;
        Thread thread = core.current;
        core.begin();
        if (cause == CALL_FROM_USER) {
            thread.registers.skipCall();
            SystemCalls.run(KERNEL, thread);
        } else if (cause < 0) {
            serveInterrupts();
        } else if (cause == ILLEGAL_INSTRUCTION && FloatUnit.isOff(thread.registers)) {
            core.turnOnFloats(thread);
        } else {
            Faults.raise(KERNEL, thread, faultKind(cause), cause, Machine.readStval());
        }
        return leave(core);
    }

    /** After waiting for an interrupt with nobody to run. */
    @Export("kernel_wake")
    static long wake() {
        Core core = KERNEL.core;
        core.begin();
        serveInterrupts();
        KERNEL.tidy();
        return leave(core);
    }

    static long leave(Core core) {
        Thread next = core.settle();
        return next == null ? 0 : Memory.addressOf(next.registers);
    }

    private static void serveInterrupts() {
        long pending = Machine.readSip();
        if ((pending & Interrupts.TIMER) != 0) {
            KERNEL.serveTimers();
        }
        if ((pending & Interrupts.EXTERNAL) != 0) {
            KERNEL.serveInterrupts();
        }
    }

    /** Exception codes: RISC-V privileged specification 1.12, table 4.2. */
    static int faultKind(long cause) {
        return switch ((int) cause) {
            case 0, 4, 6 -> Fault.MISALIGNED;
            case 1, 5, 7 -> Fault.ACCESS;
            case 2 -> Fault.ILLEGAL_INSTRUCTION;
            case 3 -> Fault.BREAKPOINT;
            case 12 -> Fault.INSTRUCTION_PAGE;
            case 13 -> Fault.LOAD_PAGE;
            default -> Fault.STORE_PAGE;
        };
    }

    private Trap() {}
}
