package ristretto.kernel;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.Device;
import ristretto.magic.Memory;
import ristretto.magic.SimulatedMemory;
import ristretto.magic.riscv64.Machine;

/**
 * The real kernel over simulated memory, with a first thread that has what root has. Tests make threads do system
 * calls; after each, {@link Invariants} looks at everything.
 */
final class World {
    static final long BASE = Sv39.kernelVirtual(0x8040_0000L);
    static final long UNTYPED_BYTES = 1 << 20;
    static final long TICKS_PER_SECOND = 10_000_000;
    static final long ARCHIVE_BYTES = 8 * 4096;

    final Kernel kernel;
    final Core core;
    final Thread root;
    final CapTable table;
    final Untyped untyped;
    final SimulatedController controller = new SimulatedController();
    private int nextSlot = RootSlot.FIRST_FREE;
    private boolean checks = true;
    private RefusalWatch watch = RefusalWatch.NOBODY;
    long time = 1000;

    World() {
        this(16, UNTYPED_BYTES);
    }

    World(int spaces, long bytes) {
        SimulatedMemory.reset();
        Device.simulate(controller);
        Machine.simulate("sip", 0);
        Machine.simulate("sie", 0x220);
        Machine.simulate("time", time);
        kernel = new Kernel(spaces, 8, 256);
        core = kernel.core;
        long table0 = BASE;
        Memory.storeLong(table0 + 8 * 256, 0xabcL);
        kernel.describe(table0, Sv39.satp(table0, 0), TICKS_PER_SECOND, 1 << 16, bytes);
        core.charge();
        long at = BASE + Sv39.PAGE;
        AddressSpace space = AddressSpace.create(kernel.spaces, at + Sv39.PAGE, at, table0);
        at += 2 * Sv39.PAGE;
        root = Thread.create(at);
        at += Sv39.PAGE;
        SchedulingContext context = SchedulingContext.create(at);
        context.configure(1_000_000, 1_000_000, core.now);
        Frame messages = Frame.create(at + 512, at + Sv39.PAGE, Sv39.PAGE);
        Frame archive = Frame.create(at + 1024, Sv39.kernelVirtual(0x8030_0000L), ARCHIVE_BYTES);
        archive.permanent = true;
        Frame devices = Frame.create(at + 1536, Sv39.kernelVirtual(0), 0x8000_0000L);
        devices.permanent = true;
        devices.device = true;
        long untypedDescriptor = at + 2048;
        at += 2 * Sv39.PAGE;
        table = CapTable.create(at, RootSlot.SLOTS);
        long start = at + CapTable.bytes(RootSlot.SLOTS) + Sv39.PAGE & -Sv39.PAGE;
        untyped = Untyped.create(untypedDescriptor, start, start + bytes, 0);
        root.spaceSlot.fill(space, Rights.ALL, 0, null);
        root.tableSlot.fill(table, Rights.ALL, 0, null);
        root.use(space);
        root.table = table;
        root.callTable = table;
        root.priority = 100;
        Threads.bindMessagePage(root, messages);
        Threads.bindContext(core, root, context);
        give(RootSlot.CAP_TABLE, table);
        give(RootSlot.ADDRESS_SPACE, space);
        give(RootSlot.THREAD, root);
        give(RootSlot.SCHEDULING_CONTEXT, context);
        give(RootSlot.SCHEDULING_CONTROL, kernel.schedulingControl);
        give(RootSlot.INTERRUPT_CONTROL, kernel.interruptControl);
        table.slot(RootSlot.ARCHIVE).fill(archive, Rights.READ | Rights.EXECUTE, 0, null);
        table.slot(RootSlot.DEVICES).fill(devices, Rights.READ | Rights.WRITE, 0, null);
        give(RootSlot.KERNEL_LOG, kernel.log);
        give(RootSlot.UNTYPED, untyped);
        root.registers.start(0x1_0000, 0x2_0000, 0);
        core.idleTicks = 0;
        core.makeReady(root);
        core.settle();
        check();
    }

    private void give(int slot, KernelObject object) {
        table.slot(slot).fill(object, Rights.ALL, 0, null);
    }

    void withoutChecks() {
        checks = false;
    }

    void watchRefusals(RefusalWatch by) {
        watch = by;
    }

    void check() {
        if (checks) {
            new Invariants(kernel, table).check();
        }
    }

    // ---- time and interrupts

    void advance(long ticks) {
        time += ticks;
        Machine.simulate("time", time);
    }

    /** A timer interrupt arrives, whoever runs. */
    Thread tick() {
        Thread next;
        do {
            core.charge();
            core.serveTimers();
            next = core.settle();
            check();
        } while (core.timerAt <= time);
        return next;
    }

    /** Time passes until something is due. */
    Thread sleep(long ticks) {
        advance(ticks);
        return tick();
    }

    void interrupt(int line) {
        controller.raise(line);
        Machine.simulate("sip", 0x200);
        core.charge();
        kernel.serveInterrupt();
        Machine.simulate("sip", 0);
        core.settle();
        check();
    }

    // ---- system calls

    /** Makes a thread that may run the running one, without asking the scheduler. */
    void run(Thread thread) {
        if (core.current == thread) {
            return;
        }
        if (thread.state != ThreadState.READY) {
            throw new IllegalStateException("thread in state " + thread.state + " cannot run");
        }
        core.scheduler.remove(thread);
        if (core.current != null) {
            core.current.state = ThreadState.READY;
            core.scheduler.enqueueFirst(core.current);
        }
        thread.state = ThreadState.RUNNING;
        core.current = thread;
    }

    /** As the trap entry does it. Answers the status, which is meaningful if the call has ended. */
    int call(Thread thread, int number, long capability, long tag, long reply, long... words) {
        return trap(thread, number, capability, tag, reply, 0, words);
    }

    int trap(Thread thread, long number, long capability, long tag, long reply, long deadline, long... words) {
        run(thread);
        RegisterFrame in = thread.registers;
        in.x5 = capability;
        in.x6 = tag;
        in.x7 = reply;
        in.x28 = number;
        in.x29 = deadline;
        for (int i = 0; i < words.length; i++) {
            in.setWord(i, words[i]);
        }
        return repeat(thread);
    }

    /** Executes the call that is in the thread's registers. */
    int repeat(Thread thread) {
        run(thread);
        TrapEntry.call(kernel, thread, watch);
        check();
        return (int) thread.registers.x5;
    }

    int invoke(long capability, int operation, long... arguments) {
        return invokeAs(root, capability, operation, arguments);
    }

    int invokeAs(Thread thread, long capability, int operation, long... arguments) {
        return call(thread, CallNumber.INVOKE, capability, operation, 0, arguments);
    }

    long result(int word) {
        return root.registers.word(word);
    }

    // ---- objects

    int freeSlot() {
        return nextSlot++;
    }

    /** Makes an object in root's table; answers its slot. */
    int make(int type, long size) {
        return makeFrom(RootSlot.UNTYPED, type, size);
    }

    int makeFrom(int source, int type, long size) {
        int slot = freeSlot();
        int status = invoke(source, Operation.UNTYPED_RETYPE, type, size, RootSlot.CAP_TABLE, slot, 1);
        if (status != ErrorCode.OK) {
            throw new IllegalStateException("retype " + type + ": status " + status);
        }
        return slot;
    }

    KernelObject object(int slot) {
        return table.slot(slot).object;
    }

    Thread thread(int slot) {
        return (Thread) object(slot);
    }

    /** A started thread in root's space and table; answers its slot. */
    int startThread(int priority) {
        return startThread(priority, 0, RootSlot.UNTYPED);
    }

    int startThread(int priority, int faultEndpoint, int source) {
        int context = makeFrom(source, ObjectType.SCHEDULING_CONTEXT, 0);
        expect(invoke(RootSlot.SCHEDULING_CONTROL, Operation.SCHEDULING_CONFIGURE, context, 1_000_000, 10_000_000));
        int frame = makeFrom(source, ObjectType.FRAME, 4096);
        int thread = makeFrom(source, ObjectType.THREAD, 0);
        expect(invoke(
                thread,
                Operation.THREAD_CONFIGURE,
                RootSlot.ADDRESS_SPACE,
                RootSlot.CAP_TABLE,
                frame,
                faultEndpoint,
                context,
                priority));
        expect(invoke(thread, Operation.THREAD_START, 0x1_0000, 0x2_0000, 7));
        return thread;
    }

    static void expect(int status) {
        if (status != ErrorCode.OK) {
            throw new IllegalStateException("refused: " + status);
        }
    }
}
