package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.LoopBound;

/** Invocations of a Thread. */
final class ThreadOperations {
    private static final int HIGHEST_PRIORITY = 255;
    private static final int REGISTERS_READ = 8;
    private static final int REGISTERS_WRITTEN = 6;

    static int run(Kernel kernel, Thread caller, int operation) {
        RegisterFrame in = caller.registers;
        Slot slot = Arguments.object(caller, Arguments.CAPABILITY, in.capability(), ObjectType.THREAD, Rights.CONTROL);
        if (slot == null) {
            return Arguments.REFUSED;
        }
        Thread thread = (Thread) slot.object;
        Core core = kernel.core;
        return switch (operation) {
            case Operation.THREAD_CONFIGURE -> configure(kernel, caller, thread);
            case Operation.THREAD_START -> {
                if (!thread.isConfigured()) {
                    yield notConfigured(caller);
                }
                long pc = in.word0();
                long stack = in.word1();
                long argument = in.word2();
                // ---- point of no return
                core.suspend(thread);
                thread.registers.start(pc, stack, argument);
                core.forgetFloats(thread);
                goOn(core, caller, thread);
                yield Arguments.DONE;
            }
            case Operation.THREAD_REDIRECT -> {
                if (!thread.isConfigured()) {
                    yield notConfigured(caller);
                }
                long pc = in.word0();
                // ---- point of no return
                core.suspend(thread);
                thread.registers.pc = pc;
                goOn(core, caller, thread);
                yield Arguments.DONE;
            }
            case Operation.THREAD_READ_REGISTERS -> readRegisters(caller, thread);
            case Operation.THREAD_WRITE_REGISTERS -> writeRegisters(caller, thread);
            case Operation.THREAD_SET_CONTEXT -> setContext(core, caller, thread);
            case Operation.THREAD_SET_FLAGS -> setFlags(kernel, caller, thread);
            case Operation.THREAD_SUSPEND -> {
                if (thread == caller) {
                    in.setStatus(ErrorCode.OK);
                }
                core.suspend(thread);
                yield Arguments.DONE;
            }
            case Operation.THREAD_RESUME -> {
                if (!thread.isConfigured()) {
                    yield notConfigured(caller);
                }
                if (thread.state == ThreadState.SUSPENDED) {
                    core.makeReady(thread);
                }
                yield Arguments.DONE;
            }
            case Operation.THREAD_SET_PRIORITY -> setPriority(core, caller, thread);
            case Operation.THREAD_BIND_NOTIFICATION -> bindNotification(core, caller, thread);
            default -> inspect(kernel, caller, thread);
        };
    }

    private static int notConfigured(Thread caller) {
        return Arguments.refuse(
                caller, ErrorCode.INVALID_ARGUMENT, Arguments.CAPABILITY, ObjectType.ADDRESS_SPACE, ObjectType.NONE);
    }

    /** The running thread stays on its core; any other becomes ready. */
    private static void goOn(Core core, Thread caller, Thread thread) {
        if (thread == caller) {
            thread.state = ThreadState.RUNNING;
        } else {
            core.makeReady(thread);
        }
    }

    private static int configure(Kernel kernel, Thread caller, Thread thread) {
        RegisterFrame in = caller.registers;
        if (thread.state != ThreadState.SUSPENDED) {
            return Arguments.refuse(caller, ErrorCode.BUSY, Arguments.CAPABILITY, ThreadState.SUSPENDED, thread.state);
        }
        Slot space = Arguments.object(caller, Arguments.A0, in.word0(), ObjectType.ADDRESS_SPACE, Rights.CONTROL);
        if (space == null) {
            return Arguments.REFUSED;
        }
        Slot table = Arguments.object(caller, Arguments.A1, in.word1(), ObjectType.CAP_TABLE, Rights.CONTROL);
        if (table == null) {
            return Arguments.REFUSED;
        }
        Slot page = Arguments.object(caller, Arguments.A2, in.word2(), ObjectType.FRAME, Rights.READ | Rights.WRITE);
        if (page == null) {
            return Arguments.REFUSED;
        }
        Frame frame = (Frame) page.object;
        if (frame.bytes != Sv39.PAGE || frame.device || frame.forbids(Rights.WRITE)) {
            return Arguments.refuse(caller, ErrorCode.INVALID_ARGUMENT, Arguments.A2, Sv39.PAGE, frame.bytes);
        }
        if (frame.messagesOf != null && frame.messagesOf != thread) {
            return Arguments.refuse(caller, ErrorCode.BUSY, Arguments.A2, 0, 1);
        }
        Slot faults = null;
        if (in.word3() != 0) {
            faults = Arguments.object(caller, Arguments.A3, in.word3(), ObjectType.ENDPOINT, Rights.SEND);
            if (faults == null) {
                return Arguments.REFUSED;
            }
        }
        Slot time = Arguments.object(caller, Arguments.A4, in.word4(), ObjectType.SCHEDULING_CONTEXT, Rights.CONTROL);
        if (time == null) {
            return Arguments.REFUSED;
        }
        SchedulingContext context = (SchedulingContext) time.object;
        if (context.thread != null && context.thread != thread) {
            return Arguments.refuse(caller, ErrorCode.BUSY, Arguments.A4, 0, 1);
        }
        long priority = in.word5();
        if (priority < 0 || priority > HIGHEST_PRIORITY) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A5, HIGHEST_PRIORITY, priority);
        }
        // ---- point of no return
        replace(kernel, thread.spaceSlot, space);
        thread.use((AddressSpace) thread.spaceSlot.object);
        replace(kernel, thread.tableSlot, table);
        thread.table = (CapTable) thread.tableSlot.object;
        thread.callTable = thread.foreign ? kernel.noTable : thread.table;
        replace(kernel, thread.faultSlot, faults);
        Threads.bindMessagePage(thread, frame);
        Threads.bindContext(kernel.core, thread, context);
        thread.priority = (int) priority;
        return Arguments.DONE;
    }

    /** Puts a copy of a capability into a thread's own slot. */
    private static void replace(Kernel kernel, Slot own, Slot source) {
        if (own.object != null) {
            Capabilities.drop(kernel, own);
        }
        if (source != null) {
            own.fill(source.object, source.rights(), source.badge, source);
        }
    }

    @LoopBound(value = REGISTERS_READ, reason = "registers of one answer")
    private static int readRegisters(Thread caller, Thread thread) {
        RegisterFrame in = caller.registers;
        long first = in.word0();
        if (first < 0 || first > 31) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A0, 31, first);
        }
        for (int i = 0; i < REGISTERS_READ; i++) {
            in.setWord(i, thread.registers.register((int) first + i));
        }
        return Arguments.DONE;
    }

    @LoopBound(value = REGISTERS_WRITTEN, reason = "registers of one call")
    private static int writeRegisters(Thread caller, Thread thread) {
        RegisterFrame in = caller.registers;
        long first = in.word0();
        long count = in.word1();
        if (first < 0 || first > 31) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A0, 31, first);
        }
        if (count < 1 || count > REGISTERS_WRITTEN || count > 32 - first) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A1, REGISTERS_WRITTEN, count);
        }
        if (thread.state != ThreadState.SUSPENDED && thread.faultKind == 0) {
            return Arguments.refuse(caller, ErrorCode.BUSY, Arguments.CAPABILITY, ThreadState.SUSPENDED, thread.state);
        }
        // ---- point of no return
        for (int i = 0; i < REGISTERS_WRITTEN && i < count; i++) {
            thread.registers.setRegister((int) first + i, in.word(2 + i));
        }
        return Arguments.DONE;
    }

    private static int setContext(Core core, Thread caller, Thread thread) {
        long index = caller.registers.word0();
        SchedulingContext context = null;
        if (index != 0) {
            Slot slot = Arguments.object(caller, Arguments.A0, index, ObjectType.SCHEDULING_CONTEXT, Rights.CONTROL);
            if (slot == null) {
                return Arguments.REFUSED;
            }
            context = (SchedulingContext) slot.object;
            if (context.thread != null && context.thread != thread) {
                return Arguments.refuse(caller, ErrorCode.BUSY, Arguments.A0, 0, 1);
            }
        }
        if (thread.ownContext() != thread.context) {
            return Arguments.refuse(caller, ErrorCode.BUSY, Arguments.CAPABILITY, 0, 1);
        }
        // ---- point of no return
        if (context == null && thread.context != null) {
            Threads.unbindContext(core, thread.context);
        } else if (context != null) {
            boolean runs = thread.state == ThreadState.RUNNING;
            Threads.bindContext(core, thread, context);
            if (runs) {
                thread.state = ThreadState.RUNNING;
            } else if (thread.state == ThreadState.OUT_OF_BUDGET) {
                core.makeReady(thread);
            }
        }
        return Arguments.DONE;
    }

    private static int setFlags(Kernel kernel, Thread caller, Thread thread) {
        long flags = caller.registers.word0();
        long known = Operation.FOREIGN | Operation.FAULT_ON_BUDGET;
        if ((flags & ~known) != 0) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A0, known, flags);
        }
        // ---- point of no return
        thread.foreign = (flags & Operation.FOREIGN) != 0;
        thread.faultsOnBudget = (flags & Operation.FAULT_ON_BUDGET) != 0;
        thread.callTable = thread.foreign ? kernel.noTable : thread.table;
        return Arguments.DONE;
    }

    private static int setPriority(Core core, Thread caller, Thread thread) {
        long priority = caller.registers.word0();
        if (priority < 0 || priority > HIGHEST_PRIORITY) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A0, HIGHEST_PRIORITY, priority);
        }
        // ---- point of no return
        boolean ready = thread.state == ThreadState.READY;
        if (ready) {
            core.unready(thread);
        }
        thread.priority = (int) priority;
        if (ready) {
            core.scheduler.enqueue(thread);
        }
        return Arguments.DONE;
    }

    private static int bindNotification(Core core, Thread caller, Thread thread) {
        long index = caller.registers.word0();
        Notification notification = null;
        if (index != 0) {
            Slot slot = Arguments.object(caller, Arguments.A0, index, ObjectType.NOTIFICATION, Rights.RECEIVE);
            if (slot == null) {
                return Arguments.REFUSED;
            }
            notification = (Notification) slot.object;
            if (notification.bound != null && notification.bound != thread) {
                return Arguments.refuse(caller, ErrorCode.BUSY, Arguments.A0, 0, 1);
            }
        }
        // ---- point of no return
        if (thread.bound != null) {
            thread.bound.unbind();
        }
        if (notification != null) {
            notification.bind(core, thread);
        }
        return Arguments.DONE;
    }

    private static int inspect(Kernel kernel, Thread caller, Thread thread) {
        RegisterFrame in = caller.registers;
        in.setWord(0, thread.faultKind != 0 ? ThreadState.FAULTED : thread.state);
        in.setWord(1, thread.priority);
        SchedulingContext context = thread.ownContext();
        in.setWord(2, context == null ? 0 : kernel.nanoseconds(context.consumed()));
        return Arguments.DONE;
    }

    private ThreadOperations() {}
}
