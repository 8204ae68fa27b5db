package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Sv39;
import ristretto.proofs.Addresses;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * THREAD_CONFIGURE as a whole invocation, of a thread that is suspended and has any of what it is given, or other such things, or none. Each
 * capability has just the rights that are asked for, or all but those: how words, types and rights are looked at in general is proved in
 * {@link ArgumentsProofs}. What the thread holds itself is in any tree with where it comes from and one slot more.
 */
final class ConfigureProofs {
    private static final String UNIVERSE =
            "2 each of spaces, tables, endpoints, frames and contexts; 6 slots, 3 trees of 3";
    private static final int THREAD_SLOT = 0;
    private static final int SPACE_SLOT = 1;
    private static final int TABLE_SLOT = 2;
    private static final int FRAME_SLOT = 3;
    private static final int FAULT_SLOT = 4;
    private static final int CONTEXT_SLOT = 5;
    private static final int SLOTS = 6;
    private static final int NONE = -1;

    private final Kernel kernel = new Kernel(1, 0, 1);
    private final Thread caller = new Thread();
    private final Thread thread = new Thread();
    private final Thread third = new Thread();
    private final Frame frame = frame();
    private final Frame oldFrame = frame();
    private final SchedulingContext context = context();
    private final SchedulingContext oldContext = context();
    private final Reply reply = new Reply();
    private final AnyFamily spaces;
    private final AnyFamily tables;
    private final AnyFamily faults;

    /**
     * Constants first: what follows could throw, as far as the model checker sees at once, and nothing that it merges with that stays one.
     *
     * @param state of the thread
     * @param lacking the slot whose capability lacks rights; {@link #NONE}: none does
     */
    private ConfigureProofs(int state, int lacking) {
        CapTable callersTable = new CapTable();
        callersTable.size = SLOTS;
        caller.table = callersTable;
        caller.registers = new RegisterFrame();
        caller.state = ThreadState.RUNNING;
        kernel.core.current = caller;
        thread.type = ObjectType.THREAD;
        thread.registers = new RegisterFrame();
        thread.spaceSlot = new Slot();
        thread.tableSlot = new Slot();
        thread.faultSlot = new Slot();
        thread.state = state;
        AnyWorld.place(thread);
        Addresses.most = SLOTS;
        Addresses.objects[0] = callersTable;
        Addresses.parts[THREAD_SLOT] = slot(thread, rights(THREAD_SLOT, lacking));
        Addresses.parts[FRAME_SLOT] = slot(frame, rights(FRAME_SLOT, lacking));
        Addresses.parts[CONTEXT_SLOT] = slot(context, rights(CONTEXT_SLOT, lacking));
        spaces = new AnyFamily(thread.spaceSlot, space(), space(), rights(SPACE_SLOT, lacking));
        Addresses.parts[SPACE_SLOT] = spaces.source;
        tables = new AnyFamily(thread.tableSlot, table(), table(), rights(TABLE_SLOT, lacking));
        Addresses.parts[TABLE_SLOT] = tables.source;
        faults = new AnyFamily(thread.faultSlot, endpoint(), endpoint(), rights(FAULT_SLOT, lacking));
        Addresses.parts[FAULT_SLOT] = faults.source;
        anyPages();
        anyContexts();
        thread.foreign = Any.flag();
        thread.use((AddressSpace) thread.spaceSlot.object);
        thread.table = (CapTable) thread.tableSlot.object;
        thread.callTable = thread.foreign && thread.table != null ? kernel.noTable : thread.table;
    }

    /** What the thread had is given back, and what it gets is its own, and only its own. A refused call changes nothing. */
    @Proof(
            universe = UNIVERSE,
            planted = {
                "ThreadOperations.replace: drop drop()",
                "ThreadOperations.replace: drop fill()",
                "ThreadOperations.configure: drop use()",
                "Threads.bindMessagePage: drop destroy()",
                "Threads.bindContext: drop forget()"
            })
    static void configure() {
        ConfigureProofs world = new ConfigureProofs(ThreadState.SUSPENDED, NONE);
        long priority = Any.word();
        world.caller.registers.x15 = priority;
        Frame pageBefore = world.thread.messageFrame;
        SchedulingContext contextBefore = world.thread.context;
        KernelObject spaceBefore = world.thread.spaceSlot.object;
        KernelObject tableBefore = world.thread.tableSlot.object;
        KernelObject faultsBefore = world.thread.faultSlot.object;
        boolean withFaults = Any.flag();
        int outcome = withFaults ? world.call(FAULT_SLOT) : world.call(0);
        Thread thread = world.thread;
        if (outcome == Arguments.REFUSED) {
            assert thread.messageFrame == pageBefore && thread.context == contextBefore;
            assert thread.spaceSlot.object == spaceBefore && thread.tableSlot.object == tableBefore;
            assert thread.faultSlot.object == faultsBefore && thread.priority == 0;
            assert world.kernel.reaper.isIdle();
        } else {
            assert outcome == Arguments.DONE;
            assert thread.messageFrame == world.frame && thread.context == world.context;
            assert thread.priority == priority && priority >= 0 && priority < 256;
            assert world.spaces.isCopied() && (thread.spaceSlot.rights() & Rights.CONTROL) != 0;
            assert world.tables.isCopied() && (thread.tableSlot.rights() & Rights.CONTROL) != 0;
            assert withFaults
                    ? world.faults.isCopied() && (thread.faultSlot.rights() & Rights.SEND) != 0
                    : thread.faultSlot.object == null;
            assert thread.isConfigured() && world.frame.forbids(Rights.EXECUTE);
            assert contextBefore == world.context || world.context.lentThrough == null;
            assert isDoomed(spaceBefore) && isDoomed(tableBefore) && isDoomed(faultsBefore);
            Probe.reached();
        }
        world.check();
    }

    /** Refused is a thread that is not suspended, as the caller itself is not, and each capability that lacks a right; none of these changes anything. */
    @Proof(
            universe = UNIVERSE,
            planted = {"ThreadOperations.configure: negate 1", "Arguments.object: negate 3"})
    static void refused() {
        refuse(ThreadState.RUNNING, NONE, ErrorCode.BUSY, Arguments.CAPABILITY);
        refuse(ThreadState.READY, NONE, ErrorCode.BUSY, Arguments.CAPABILITY);
        refuse(ThreadState.OUT_OF_BUDGET, NONE, ErrorCode.BUSY, Arguments.CAPABILITY);
        refuse(ThreadState.AWAITING_REPLY, NONE, ErrorCode.BUSY, Arguments.CAPABILITY);
        refuse(ThreadState.SUSPENDED, THREAD_SLOT, ErrorCode.MISSING_RIGHT, Arguments.CAPABILITY);
        refuse(ThreadState.SUSPENDED, SPACE_SLOT, ErrorCode.MISSING_RIGHT, Arguments.A0);
        refuse(ThreadState.SUSPENDED, TABLE_SLOT, ErrorCode.MISSING_RIGHT, Arguments.A1);
        refuse(ThreadState.SUSPENDED, FRAME_SLOT, ErrorCode.MISSING_RIGHT, Arguments.A2);
        Probe.reached();
    }

    private static void refuse(int state, int lacking, int code, int argument) {
        ConfigureProofs world = new ConfigureProofs(state, lacking);
        Thread thread = world.thread;
        KernelObject spaceBefore = thread.spaceSlot.object;
        KernelObject tableBefore = thread.tableSlot.object;
        KernelObject faultsBefore = thread.faultSlot.object;
        Frame pageBefore = thread.messageFrame;
        SchedulingContext contextBefore = thread.context;
        int outcome = world.call(FAULT_SLOT);
        assert outcome == Arguments.REFUSED;
        assert world.caller.registers.x5 == code && world.caller.registers.tag() == argument;
        assert thread.messageFrame == pageBefore && thread.context == contextBefore && thread.state == state;
        assert thread.spaceSlot.object == spaceBefore && thread.tableSlot.object == tableBefore;
        assert thread.faultSlot.object == faultsBefore && world.kernel.reaper.isIdle();
    }

    private int call(int faultSlot) {
        RegisterFrame in = caller.registers;
        in.x5 = THREAD_SLOT;
        in.x10 = SPACE_SLOT;
        in.x11 = TABLE_SLOT;
        in.x12 = FRAME_SLOT;
        in.x13 = faultSlot;
        in.x14 = CONTEXT_SLOT;
        return ThreadOperations.run(kernel, caller, Operation.THREAD_CONFIGURE);
    }

    private void check() {
        assert thread.state == ThreadState.SUSPENDED && caller.state == ThreadState.RUNNING;
        assert thread.space == thread.spaceSlot.object && thread.table == thread.tableSlot.object;
        assert thread.control == (thread.space == null ? 0 : thread.space.control);
        assert thread.table == null
                ? thread.callTable == null
                : thread.callTable == (thread.foreign ? kernel.noTable : thread.table);
        assert isPage(frame) && isPage(oldFrame);
        assert thread.messageFrame == null ? thread.messagePage == 0 : thread.messageFrame.messagesOf == thread;
        assert isContext(context) && isContext(oldContext);
        assert thread.context == null || thread.context.thread == thread;
        assert reply.lent == null ? reply.below == null : reply.lent == context && context.lentThrough == reply;
        spaces.check();
        tables.check();
        faults.check();
    }

    private boolean isPage(Frame page) {
        Thread of = page.messagesOf;
        return of == null
                ? thread.messageFrame != page && third.messageFrame != page
                : of.messageFrame == page && of.messagePage == page.address;
    }

    private boolean isContext(SchedulingContext one) {
        return one.thread == null ? thread.context != one && third.context != one : one.thread.context == one;
    }

    /** An object that nobody names any more is on its way to the reaper, one that is named is not. */
    private static boolean isDoomed(KernelObject object) {
        return object == null || object.doomed == (object.capabilities == 0);
    }

    /** The frame may be the thread's, another's, or nobody's message page; the thread may have another one, or none. */
    private void anyPages() {
        if (Any.flag()) {
            join(thread, frame);
        } else {
            if (Any.flag()) {
                join(thread, oldFrame);
            }
            if (Any.flag()) {
                join(third, frame);
            }
        }
        frame.device = Any.flag();
        frame.remember(CProver.nondetLong());
    }

    private static void join(Thread owner, Frame page) {
        owner.messageFrame = page;
        owner.messagePage = page.address;
        page.messagesOf = owner;
    }

    /** As {@link #anyPages}; the context may be lent, by a thread that waits for its call to be answered. */
    private void anyContexts() {
        if (Any.flag()) {
            join(thread, context);
        } else {
            if (Any.flag()) {
                join(thread, oldContext);
            }
            if (Any.flag()) {
                join(third, context);
            }
        }
        if (Any.flag()) {
            context.lentThrough = reply;
            reply.lent = context;
        }
    }

    private static void join(Thread owner, SchedulingContext one) {
        owner.context = one;
        one.thread = owner;
    }

    private static Slot slot(KernelObject object, int rights) {
        Slot slot = new Slot();
        slot.object = object;
        slot.key = Slot.key(object.type, rights);
        return slot;
    }

    /** What is asked for of the capability in a slot, or all but that. */
    private static int rights(int slot, int lacking) {
        int needed =
                switch (slot) {
                    case FRAME_SLOT -> Rights.READ | Rights.WRITE;
                    case FAULT_SLOT -> Rights.SEND;
                    default -> Rights.CONTROL;
                };
        return slot == lacking ? Rights.ALL & ~needed : needed;
    }

    private static AddressSpace space() {
        AddressSpace space = new AddressSpace();
        space.type = ObjectType.ADDRESS_SPACE;
        space.control = Any.word();
        return space;
    }

    private static CapTable table() {
        CapTable table = new CapTable();
        table.type = ObjectType.CAP_TABLE;
        return table;
    }

    private static Endpoint endpoint() {
        Endpoint endpoint = new Endpoint();
        endpoint.type = ObjectType.ENDPOINT;
        return endpoint;
    }

    private static Frame frame() {
        Frame frame = new Frame();
        frame.type = ObjectType.FRAME;
        frame.address = Any.word();
        frame.bytes = Any.flag() ? Sv39.PAGE : 2 * Sv39.PAGE;
        return frame;
    }

    private static SchedulingContext context() {
        SchedulingContext context = new SchedulingContext();
        context.type = ObjectType.SCHEDULING_CONTEXT;
        return context;
    }
}
