package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Uart;
import ristretto.magic.LoopBound;

/** Invocations of SchedulingControl, InterruptControl, InterruptLine and KernelLog. */
final class ControlOperations {
    private static final long SHORTEST_NS = 10_000;
    private static final long LONGEST_NS = 1_000_000_000_000L;
    private static final int LOG_BYTES = 56;

    static int configureContext(Kernel kernel, Thread caller) {
        RegisterFrame in = caller.registers;
        if (Arguments.object(
                        caller, Arguments.CAPABILITY, in.capability(), ObjectType.SCHEDULING_CONTROL, Rights.CONTROL)
                == null) {
            return Arguments.REFUSED;
        }
        Slot slot = Arguments.object(caller, Arguments.A0, in.word0(), ObjectType.SCHEDULING_CONTEXT, Rights.CONTROL);
        if (slot == null) {
            return Arguments.REFUSED;
        }
        long budget = in.word1();
        long period = in.word2();
        if (period < SHORTEST_NS || period > LONGEST_NS) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A2, SHORTEST_NS, period);
        }
        if (budget < SHORTEST_NS || budget > period) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A1, period, budget);
        }
        SchedulingContext context = (SchedulingContext) slot.object;
        Core core = kernel.core;
        // ---- point of no return
        core.timers.remove(context);
        core.forgetTimer();
        context.configure(kernel.ticks(budget), kernel.ticks(period), core.now);
        Thread thread = context.thread;
        if (thread != null && thread.state == ThreadState.OUT_OF_BUDGET) {
            core.makeReady(thread);
        }
        return Arguments.DONE;
    }

    static int inspect(Kernel kernel, Thread caller) {
        RegisterFrame in = caller.registers;
        if (Arguments.object(
                        caller, Arguments.CAPABILITY, in.capability(), ObjectType.SCHEDULING_CONTROL, Rights.CONTROL)
                == null) {
            return Arguments.REFUSED;
        }
        in.setWord(0, kernel.core.now);
        in.setWord(1, kernel.ticksPerSecond);
        in.setWord(2, kernel.nanoseconds(kernel.core.idleTicks));
        in.setWord(3, kernel.memoryBytes);
        in.setWord(4, kernel.kernelBytes);
        return Arguments.DONE;
    }

    static int getLine(Kernel kernel, Thread caller) {
        RegisterFrame in = caller.registers;
        Slot control = Arguments.object(
                caller, Arguments.CAPABILITY, in.capability(), ObjectType.INTERRUPT_CONTROL, Rights.CONTROL);
        if (control == null) {
            return Arguments.REFUSED;
        }
        long number = in.word0();
        if (number < 1 || number >= kernel.lines.length) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A0, kernel.lines.length - 1, number);
        }
        InterruptLine line = kernel.lines[(int) number];
        if (line.capabilities != 0) {
            return Arguments.refuse(caller, ErrorCode.BUSY, Arguments.A0, 0, line.capabilities);
        }
        Slot tableSlot = Arguments.object(caller, Arguments.A1, in.word1(), ObjectType.CAP_TABLE, Rights.CONTROL);
        if (tableSlot == null) {
            return Arguments.REFUSED;
        }
        Slot destination = Arguments.empty(caller, (CapTable) tableSlot.object, Arguments.A2, in.word2());
        if (destination == null) {
            return Arguments.REFUSED;
        }
        // ---- point of no return
        destination.fill(line, Rights.ALL, 0, control);
        return Arguments.DONE;
    }

    static int bind(Kernel kernel, Thread caller) {
        RegisterFrame in = caller.registers;
        Slot slot = Arguments.object(
                caller, Arguments.CAPABILITY, in.capability(), ObjectType.INTERRUPT_LINE, Rights.CONTROL);
        if (slot == null) {
            return Arguments.REFUSED;
        }
        Slot target = null;
        if (in.word0() != 0) {
            target = Arguments.object(caller, Arguments.A0, in.word0(), ObjectType.NOTIFICATION, Rights.SEND);
            if (target == null) {
                return Arguments.REFUSED;
            }
        }
        InterruptLine line = (InterruptLine) slot.object;
        // ---- point of no return
        if (line.slot.object != null) {
            Capabilities.drop(kernel, line.slot);
        }
        if (target != null) {
            line.slot.fill(target.object, target.rights(), target.badge, target);
            line.enable();
        }
        return Arguments.DONE;
    }

    static int acknowledge(Thread caller) {
        RegisterFrame in = caller.registers;
        Slot slot = Arguments.object(
                caller, Arguments.CAPABILITY, in.capability(), ObjectType.INTERRUPT_LINE, Rights.CONTROL);
        if (slot == null) {
            return Arguments.REFUSED;
        }
        ((InterruptLine) slot.object).acknowledge();
        return Arguments.DONE;
    }

    @LoopBound(value = LOG_BYTES, reason = "bytes of one call")
    static int log(Thread caller) {
        RegisterFrame in = caller.registers;
        if (Arguments.object(caller, Arguments.CAPABILITY, in.capability(), ObjectType.KERNEL_LOG, Rights.CONTROL)
                == null) {
            return Arguments.REFUSED;
        }
        long bytes = in.word0();
        if (bytes < 0 || bytes > LOG_BYTES) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A0, LOG_BYTES, bytes);
        }
        int taken = 0;
        while (taken < bytes && Uart.write((int) (in.word(1 + taken / 8) >>> 8 * (taken % 8)) & 0xff)) {
            taken++;
        }
        in.setWord(0, taken);
        return Arguments.DONE;
    }

    private ControlOperations() {}
}
