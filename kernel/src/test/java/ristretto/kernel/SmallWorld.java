package ristretto.kernel;

import java.util.ArrayList;
import java.util.List;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.kernel.Universe.Beginning;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.Device;
import ristretto.magic.Memory;
import ristretto.magic.SimulatedMemory;
import ristretto.magic.riscv64.Machine;
import ristretto.specification.Action;
import ristretto.specification.State;

/**
 * A handful of real kernel objects: three threads with one table, two endpoints, a notification, two Replies, two
 * scheduling contexts, and what the universe has besides. {@link Universe} says where in the table their capabilities are.
 */
final class SmallWorld {
    /** So that a tick is what the kernel takes for the shortest budget. */
    private static final long TICKS_PER_SECOND = 100_000;

    private static final long BASE = Sv39.kernelVirtual(0x8040_0000L);
    private static final long FAULT_BADGE = 0x40;
    private static final int SPACES = 5;
    private static final int MOST_OBJECTS = 64;

    final Universe universe;
    final Kernel kernel;
    final SimulatedController controller = new SimulatedController();
    final CapTable table;
    final State.Limits limits;

    /** What the specification knows, by its numbers; the first ones are there from the beginning. */
    final KernelObject[] objects = new KernelObject[MOST_OBJECTS];

    int count;
    private final Thread[] threads = new Thread[Universe.THREADS];
    private final Frame[] firstPages = new Frame[Universe.THREADS];
    private long at = BASE;
    private final long kernelTable;

    /** The last thread has no context, and is suspended, as all are. */
    SmallWorld(Beginning beginning) {
        universe = beginning.universe();
        SimulatedMemory.reset();
        use();
        Machine.simulate("sip", 0);
        Machine.simulate("sie", 0x220);
        Machine.simulate("time", Universe.START);
        Machine.simulate("stimecmp", Long.MAX_VALUE);
        kernel = new Kernel(SPACES, Universe.LINES + 1, 256);
        kernelTable = next();
        kernel.describe(kernelTable, Sv39.satp(kernelTable, 0), TICKS_PER_SECOND, 1 << 16, 1 << 20);
        kernel.core.charge();
        limits = limits();
        table = CapTable.create(next(), universe.slots());
        AddressSpace space = AddressSpace.create(kernel.spaces, next(), next(), kernelTable);
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.create(next());
            fill(Universe.THREAD + i, threads[i]);
        }
        for (int i = 0; i < Universe.ENDPOINTS; i++) {
            fill(Universe.PLAY + i, Endpoint.create(next()));
        }
        fill(Universe.TABLE, table);
        fill(Universe.CONTROL, kernel.schedulingControl);
        fill(Universe.PLAY + Universe.ENDPOINTS, Notification.create(next()));
        // Neither 0, which sets nothing, nor a bit that a minted badge has.
        table.slot(Universe.PLAY + Universe.ENDPOINTS).badge = Universe.SIGNAL_BADGE;
        for (int i = 0; i < Universe.REPLIES; i++) {
            fill(Universe.REPLY + i, Reply.create(next()));
        }
        for (int i = 0; i < Universe.CONTEXTS; i++) {
            SchedulingContext context = SchedulingContext.create(next());
            context.configure(Universe.BUDGET, Universe.PERIOD, kernel.core.now);
            fill(Universe.CONTEXT + i, context);
        }
        know(space);
        for (int i = 0; i < threads.length; i++) {
            configure(i, space, beginning.priorities()[i]);
            if (i < Universe.CONTEXTS) {
                Threads.bindContext(
                        kernel.core, threads[i], (SchedulingContext) table.slot(Universe.CONTEXT + i).object);
            }
        }
        List<KernelObject> more = more(space);
        for (int i = 0; i < more.size(); i++) {
            fill(Universe.MORE + i, more.get(i));
        }
        for (int i = 1; i <= Universe.LINES && universe.hasLines(); i++) {
            know(kernel.lines[i]);
        }
        kernel.core.makeReady(threads[0]);
        kernel.core.settle();
    }

    /** What belongs to no single object: the devices that this thread's processor sees. */
    void use() {
        Device.simulate(controller);
    }

    private static State.Limits limits() {
        long[] bytes = new long[ObjectType.REPLY + 1];
        for (int type = ObjectType.UNTYPED; type < bytes.length; type++) {
            bytes[type] = Retype.descriptorBytes(type, 0);
        }
        return new State.Limits(SPACES - 1, bytes, Slot.BYTES);
    }

    private long next() {
        at += Sv39.PAGE;
        return at;
    }

    private void fill(int slot, KernelObject object) {
        table.slot(slot).fill(object, Rights.ALL, 0, null);
        know(object);
    }

    private void know(KernelObject object) {
        if (!isKnown(object)) {
            objects[count++] = object;
        }
    }

    /** In the order in which {@link Universe} names them. */
    private List<KernelObject> more(AddressSpace space) {
        List<KernelObject> more = new ArrayList<>();
        if (universe.hasLines()) {
            more.add(kernel.interruptControl);
        }
        if (universe.hasMemory() || universe == Universe.CONFIGURATION) {
            more.add(space);
            more.add(Frame.create(next(), next(), Sv39.PAGE));
        }
        if (universe == Universe.CONFIGURATION) {
            more.add(Frame.create(next(), next(), Sv39.PAGE));
        }
        if (universe == Universe.MAPPINGS) {
            more.add(AddressSpace.create(kernel.spaces, next(), next(), kernelTable));
            for (int i = 0; i < Universe.PAGE_TABLES; i++) {
                more.add(PageTable.create(next(), next()));
            }
            long two = next();
            more.add(Frame.create(next(), two, 2 * Sv39.PAGE));
            next();
            more.add(Frame.create(next(), Sv39.kernelVirtual(0x9000_0000L), Sv39.LARGE_PAGE));
        }
        if (universe == Universe.OBJECTS) {
            long start = next();
            more.add(Untyped.create(next() + Universe.UNTYPED_BYTES, start, start + Universe.UNTYPED_BYTES, 0));
            at += Universe.UNTYPED_BYTES;
        }
        return more;
    }

    /** Faults go to the first endpoint. */
    private void configure(int number, AddressSpace space, int priority) {
        Thread thread = threads[number];
        thread.spaceSlot.fill(space, Rights.ALL, 0, null);
        thread.tableSlot.fill(table, Rights.ALL, 0, table.slot(Universe.TABLE));
        Slot endpoint = table.slot(Universe.PLAY);
        thread.faultSlot.fill(endpoint.object, Rights.SEND, FAULT_BADGE, endpoint);
        thread.use(space);
        thread.table = table;
        thread.callTable = table;
        thread.priority = priority;
        Frame page = Frame.create(next(), next(), Sv39.PAGE);
        firstPages[number] = page;
        know(page);
        Threads.bindMessagePage(thread, page);
        Memory.storeLong(page.address + 64, 0);
    }

    /** Does it; tells whether it went the fast way. */
    boolean act(Action action, boolean mayBeFast) {
        boolean fast = false;
        switch (action.kind()) {
            case TIME -> pass(action.number());
            case INTERRUPT -> controller.raise((int) action.number());
            case CALL, FAULT -> fast = enter(action, mayBeFast);
        }
        // Objects that nobody can reach end at the latest with the next call, here at once.
        if (!kernel.reaper.isIdle()) {
            kernel.reaper.drain();
            kernel.core.settle();
        }
        while (controller.interrupts()) {
            kernel.core.charge();
            kernel.serveInterrupt();
            kernel.core.settle();
        }
        if (universe == Universe.OBJECTS) {
            knowNew();
        }
        return fast;
    }

    private boolean enter(Action action, boolean mayBeFast) {
        Thread caller = kernel.core.current;
        RegisterFrame in = caller.registers;
        Action.Registers registers = action.registers(numberOf(caller), Machine.readTime());
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
        if (mayBeFast && TrapEntry.isFast(kernel, caller)) {
            return true;
        }
        // A call that is done in parts stands at the same instruction again after each.
        do {
            TrapEntry.generalCall(kernel, caller);
        } while (kernel.core.current == caller && in.pc == Action.PC);
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

    /** Objects that a call made have the numbers of dead ones, in the order of their slots. */
    private void knowNew() {
        for (int i = 0; i < count; i++) {
            if (objects[i] instanceof CapTable each && lives(each)) {
                for (int slot = 0; slot < each.size; slot++) {
                    KernelObject object = each.slot(slot).object;
                    if (object != null && !isKnown(object)) {
                        number(object);
                    }
                }
            }
        }
    }

    private void number(KernelObject object) {
        int number = 0;
        while (number < count && lives(objects[number])) {
            number++;
        }
        objects[number] = object;
        count = Math.max(count, number + 1);
    }

    private boolean isKnown(KernelObject object) {
        for (int i = 0; i < count; i++) {
            if (objects[i] == object) {
                return true;
            }
        }
        return false;
    }

    int numberOf(KernelObject object) {
        for (int i = 0; i < count; i++) {
            if (objects[i] == object) {
                return i;
            }
        }
        throw new IllegalStateException("an object from elsewhere");
    }

    /**
     * Whether it was not destroyed. Lines never are; nor are the first message pages, of which there is no capability;
     * untyped memory lasts until all that was made of it is gone.
     */
    boolean lives(KernelObject object) {
        return object.capabilities > 0
                || object instanceof InterruptLine
                || object instanceof Untyped untyped && untyped.living > 0
                || object instanceof Frame frame && isFirstPage(frame);
    }

    private boolean isFirstPage(Frame frame) {
        for (Frame page : firstPages) {
            if (page == frame) {
                return true;
            }
        }
        return false;
    }

    void check() {
        Invariants invariants = new Invariants(kernel, table);
        if (universe.hasMemory()) {
            invariants.check();
        } else {
            invariants.checkObjects();
        }
    }
}
