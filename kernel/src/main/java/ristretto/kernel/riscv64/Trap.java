package ristretto.kernel.riscv64;

import ristretto.abi.CallNumber;
import ristretto.abi.Fault;
import ristretto.kernel.Core;
import ristretto.kernel.FastPath;
import ristretto.kernel.Faults;
import ristretto.kernel.Kernel;
import ristretto.kernel.SystemCalls;
import ristretto.kernel.Thread;
import ristretto.magic.AlwaysInline;
import ristretto.magic.Assembly;
import ristretto.magic.Export;
import ristretto.magic.Jump;
import ristretto.magic.Memory;
import ristretto.magic.riscv64.Machine;

/**
 * Every way into the kernel after boot, from {@code entry.S}. The frequent ones find the caller's registers
 * where they were. The others find them saved in its frame; they answer the frame of the thread to go on
 * with, or 0: wait for an interrupt, then ask {@link #wake}.
 */
public final class Trap {
    static final Kernel KERNEL = new Kernel(192, 96, 256);
    private static final Core CORE = KERNEL.core;

    public static final long CALL_FROM_USER = 8;
    private static final long ILLEGAL_INSTRUCTION = 2;

    /** CALL without deadline. The message is in the registers, which the code here leaves alone. */
    @Export("kernel_call")
    @Jump
    @AlwaysInline
    static void call(long capability, long tag, long reply, long unused) {
        Core core = CORE;
        Thread caller = core.current;
        Thread server = FastPath.call(core, caller, capability, tag, reply);
        if (server == null) {
            general(capability, tag, reply, unused);
            return;
        }
        switchTo(frame(caller), frame(server), server.badge, Memory.addressOf(core));
    }

    @Export("kernel_reply_receive")
    @Jump
    @AlwaysInline
    static void replyReceive(long capability, long tag, long reply, long unused) {
        Core core = CORE;
        Thread server = core.current;
        Thread client = FastPath.replyReceive(core, server, capability, tag, reply);
        if (client == null) {
            general(capability, tag, reply, unused);
            return;
        }
        if (client.faultKind != 0) {
            client.faultKind = 0;
            resumeFaulted(frame(server), frame(client), 0, 0);
            return;
        }
        switchTo(frame(server), frame(client), 0, Memory.addressOf(core));
    }

    @AlwaysInline
    private static long frame(Thread thread) {
        return Memory.addressOf(thread.registers);
    }

    /** Leaves one thread, goes on in the other with the message. */
    @Jump
    @Assembly("trap_switch")
    private static native void switchTo(long from, long to, long badge, long core);

    /** As {@link #switchTo}, but the partner goes on with all registers as it had them. */
    @Jump
    @Assembly("trap_switch_back")
    private static native void resumeFaulted(long from, long to, long unused, long unusedToo);

    /** For {@link #resumeFaulted}, where floats are involved. */
    @Export("kernel_change_floats")
    static long changeFloats(RegisterFrame from, RegisterFrame to) {
        CORE.changeFloats(from, to);
        return Memory.addressOf(to);
    }

    /** Saves all registers, then {@link #enter}. */
    @Jump
    @Assembly("trap_message_general")
    private static native void general(long capability, long tag, long reply, long unused);

    /**
     * The calls without message and deadline. 1: done, the caller goes on; a frame: done, that thread goes on; 0: it needs
     * the general way, and nothing has changed.
     */
    @Export("kernel_short_call")
    @AlwaysInline
    static long shortCall(long capability, long number) {
        Core core = CORE;
        Thread caller = core.current;
        if (number == CallNumber.SIGNAL) {
            return FastPath.signal(core, caller, capability) ? 1 : 0;
        }
        if (number == CallNumber.WAIT) {
            Thread next = FastPath.await(core, caller, capability);
            return next == null ? 0 : next == caller ? 1 : frame(next);
        }
        return number == CallNumber.YIELD && FastPath.yield(core, caller) ? 1 : 0;
    }

    /** All that needs the general way. */
    @Export("kernel_trap")
    @AlwaysInline
    static long enter(long cause) {
        Core core = KERNEL.core;
        Thread thread = core.current;
        core.charge();
        if (cause == CALL_FROM_USER) {
            thread.registers.skipCall();
            SystemCalls.run(KERNEL, thread);
        } else if (cause < 0) {
            serveInterrupts();
        } else if (cause == ILLEGAL_INSTRUCTION && FloatUnit.isOff(thread.registers)) {
            core.turnOnFloats(thread);
        } else {
            Faults.raise(core, thread, faultKind(cause), cause, Machine.readStval());
        }
        return leave(core);
    }

    /** After waiting for an interrupt with nobody to run. */
    @Export("kernel_wake")
    static long wake() {
        Core core = KERNEL.core;
        core.charge();
        serveInterrupts();
        KERNEL.reaper.drain();
        return leave(core);
    }

    static long leave(Core core) {
        Thread next = core.settle();
        return next == null ? 0 : Memory.addressOf(next.registers);
    }

    private static void serveInterrupts() {
        long pending = Machine.readSip();
        if ((pending & Interrupts.TIMER) != 0) {
            CORE.serveTimers();
        }
        if ((pending & Interrupts.EXTERNAL) != 0) {
            KERNEL.serveInterrupt();
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
