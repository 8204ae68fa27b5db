package ristretto.kernel;

import ristretto.abi.Rights;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.Device;
import ristretto.magic.Memory;
import ristretto.magic.SimulatedMemory;
import ristretto.magic.riscv64.Machine;
import ristretto.specification.Action;

/**
 * A handful of real kernel objects: three threads with one table, two endpoints, a notification, two Replies, two
 * scheduling contexts. {@link Universe} says where in the table their capabilities are.
 */
final class SmallWorld {
    /** So that a tick is what the kernel takes for the shortest budget. */
    private static final long TICKS_PER_SECOND = 100_000;

    private static final long BASE = Sv39.kernelVirtual(0x8040_0000L);
    private static final long FAULT_BADGE = 0x40;

    final Kernel kernel;
    final CapTable table;
    final Slot[] slots = new Slot[Universe.SLOTS];
    final Thread[] threads = new Thread[Universe.THREADS];
    final Endpoint[] endpoints = new Endpoint[Universe.ENDPOINTS];
    final Notification[] notifications = new Notification[1];
    final Reply[] replies = new Reply[Universe.REPLIES];
    final SchedulingContext[] contexts = new SchedulingContext[Universe.CONTEXTS];
    private long at = BASE;

    /** @param priorities of the threads; the last one has no context, and is suspended, as all are */
    SmallWorld(int[] priorities) {
        SimulatedMemory.reset();
        Device.simulate(new SimulatedController());
        Machine.simulate("sip", 0);
        Machine.simulate("sie", 0x220);
        Machine.simulate("time", Universe.START);
        Machine.simulate("stimecmp", Long.MAX_VALUE);
        kernel = new Kernel(2, 1, 256);
        long kernelTable = next();
        kernel.describe(kernelTable, Sv39.satp(kernelTable, 0), TICKS_PER_SECOND, 1 << 16, 1 << 20);
        kernel.core.charge();
        AddressSpace space = AddressSpace.create(kernel.spaces, next(), next(), kernelTable);
        table = CapTable.create(next(), Universe.SLOTS);
        for (int i = 0; i < slots.length; i++) {
            slots[i] = table.slot(i);
        }
        fill(Universe.TABLE, table);
        fill(Universe.CONTROL, kernel.schedulingControl);
        for (int i = 0; i < endpoints.length; i++) {
            endpoints[i] = Endpoint.create(next());
            fill(Universe.PLAY + i, endpoints[i]);
        }
        notifications[0] = Notification.create(next());
        fill(Universe.PLAY + endpoints.length, notifications[0]);
        // Neither 0, which sets nothing, nor a bit that a minted badge has.
        slots[Universe.PLAY + endpoints.length].badge = Universe.SIGNAL_BADGE;
        for (int i = 0; i < replies.length; i++) {
            replies[i] = Reply.create(next());
            fill(Universe.REPLY + i, replies[i]);
        }
        for (int i = 0; i < contexts.length; i++) {
            contexts[i] = SchedulingContext.create(next());
            contexts[i].configure(Universe.BUDGET, Universe.PERIOD, kernel.core.now);
            fill(Universe.CONTEXT + i, contexts[i]);
        }
        for (int i = 0; i < threads.length; i++) {
            threads[i] = thread(space, priorities[i], i < contexts.length ? contexts[i] : null);
            fill(Universe.THREAD + i, threads[i]);
        }
        kernel.core.makeReady(threads[0]);
        kernel.core.settle();
    }

    private long next() {
        at += Sv39.PAGE;
        return at;
    }

    private void fill(int slot, KernelObject object) {
        slots[slot].fill(object, Rights.ALL, 0, null);
    }

    /** Faults go to the first endpoint. */
    private Thread thread(AddressSpace space, int priority, SchedulingContext context) {
        Thread thread = Thread.create(next());
        thread.spaceSlot.fill(space, Rights.ALL, 0, null);
        thread.tableSlot.fill(table, Rights.ALL, 0, slots[Universe.TABLE]);
        thread.faultSlot.fill(endpoints[0], Rights.SEND, FAULT_BADGE, slots[Universe.PLAY]);
        thread.use(space);
        thread.table = table;
        thread.callTable = table;
        thread.priority = priority;
        long page = next();
        Threads.bindMessagePage(thread, Frame.create(next(), page, Sv39.PAGE));
        Memory.storeLong(page + 64, 0);
        if (context != null) {
            Threads.bindContext(kernel.core, thread, context);
        }
        return thread;
    }

    /** Does it; tells whether it went the fast way. */
    boolean act(Action action, boolean mayBeFast) {
        if (action.kind() == Action.Kind.TIME) {
            pass(action.number());
            return false;
        }
        Thread caller = kernel.core.current;
        int number = numberOf(caller);
        RegisterFrame in = caller.registers;
        Action.Registers registers = action.registers(number, Machine.readTime());
        in.pc = Action.PC;
        in.x5 = action.capability();
        in.x6 = action.tag();
        in.x7 = action.reply();
        in.x28 = action.number();
        in.x29 = registers.deadline();
        for (int i = 0; i < 8; i++) {
            in.setWord(i, registers.words()[i]);
        }
        if (caller.messagePage != 0) {
            Memory.storeLong(caller.messagePage + 64, registers.pageWord());
        }
        if (action.kind() == Action.Kind.FAULT) {
            kernel.core.charge();
            Faults.raise(kernel.core, caller, (int) action.number(), action.tag(), action.words()[0]);
            kernel.core.settle();
            return false;
        }
        if (mayBeFast) {
            return TrapEntry.call(kernel, caller);
        }
        TrapEntry.generalCall(kernel, caller);
        return false;
    }

    /** The timer interrupts when it was set to; if it was set too late, what was due does not happen. */
    private void pass(long ticks) {
        long now = Machine.readTime() + ticks;
        Machine.simulate("time", now);
        while (now >= Machine.simulated("stimecmp")) {
            kernel.core.charge();
            kernel.core.serveTimers();
            kernel.core.settle();
        }
    }

    int numberOf(Object object) {
        if (object == null) {
            return -1;
        }
        Object[] all =
                switch (object) {
                    case Thread thread -> threads;
                    case Endpoint endpoint -> endpoints;
                    case Notification notification -> notifications;
                    case Reply reply -> replies;
                    case SchedulingContext context -> contexts;
                    default -> new Object[] {object};
                };
        for (int i = 0; i < all.length; i++) {
            if (all[i] == object) {
                return i;
            }
        }
        throw new IllegalStateException("an object from elsewhere");
    }

    /** Whether it was not destroyed. */
    static boolean lives(KernelObject object) {
        return object.capabilities > 0;
    }

    void check() {
        new Invariants(kernel, table).checkObjects();
    }
}
