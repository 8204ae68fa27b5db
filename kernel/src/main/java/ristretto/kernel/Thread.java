package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.FloatUnit;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.magic.AlwaysInline;
import ristretto.magic.Memory;

/**
 * A thread of execution. Its address space, table and fault endpoint are capabilities in slots of its own, so that
 * revoking them from under it is seen (see {@link Capabilities}); the plain fields beside them are what the hot path
 * reads.
 *
 * <p>Rule: {@link #state} says where it is. READY: in the scheduler. SENDING, RECEIVING, WAITING: it waits at
 * {@link #waitingAt}. AWAITING_REPLY: named by {@link #reply}. RUNNING: it is its core's current thread.
 */
public final class Thread extends Timed {
    public RegisterFrame registers;

    /** The one table in which its capabilities are looked up. */
    CapTable table;

    AddressSpace space;
    SchedulingContext context;

    /** The queue that it waits in, and its neighbours there or in the scheduler. */
    WaitPlace waitingAt;

    Thread next;
    Thread previous;

    /** RECEIVING: where a caller is to be kept. AWAITING_REPLY: where this thread is kept. */
    Reply reply;

    /** Its signals wake the thread from RECEIVE. */
    Notification bound;

    Frame messageFrame;

    /** Kernel virtual address of the message page; 0: none. */
    long messagePage;

    /** SENDING: the badge that goes with the message. On the fast path: the one that came with it. */
    public long badge;

    long faultAddress;
    long faultCause;

    /** What the core's translation register is set to while it runs: its space's. */
    long control;

    /** Where the fast path looks for capabilities: its table, or for a foreign thread one without slots. */
    CapTable callTable;

    Slot spaceSlot;
    Slot tableSlot;
    Slot faultSlot;

    int state;
    int priority;

    /** A {@code Fault} that is not answered yet; 0: none. */
    public int faultKind;

    /** Slot of its table that takes the capability in the next message; 0: it wants none. */
    int receiveSlot;

    /** Each of its system calls is a fault: it follows somebody else's conventions. */
    boolean foreign;

    /** When its budget is used up that is a fault, instead of a wait for the next period. */
    boolean faultsOnBudget;

    private static long framesOffset() {
        return Memory.sizeOf(Thread.class);
    }

    private static long floatsOffset() {
        return framesOffset() + Memory.sizeOf(RegisterFrame.class);
    }

    private static long slotsOffset() {
        return floatsOffset() + FloatUnit.BYTES;
    }

    /** With everything that lies behind it. */
    static long bytes() {
        return slotsOffset() + 3 * Slot.BYTES;
    }

    static Thread create(long descriptor) {
        Thread thread = Memory.place(Thread.class, descriptor);
        thread.type = ObjectType.THREAD;
        thread.registers = Memory.place(RegisterFrame.class, descriptor + framesOffset());
        FloatUnit.clear(thread.registers);
        thread.spaceSlot = Slot.at(descriptor + slotsOffset(), Slot.OF_THREAD_SPACE);
        thread.tableSlot = Slot.at(descriptor + slotsOffset() + Slot.BYTES, Slot.OF_THREAD_TABLE);
        thread.faultSlot = Slot.at(descriptor + slotsOffset() + 2 * Slot.BYTES, Slot.OF_THREAD_FAULTS);
        thread.state = ThreadState.SUSPENDED;
        return thread;
    }

    /** The thread that one of its own slots belongs to. */
    static Thread holding(Slot slot) {
        long offset = slotsOffset() + (slot.place - Slot.OF_THREAD_SPACE) * Slot.BYTES;
        return Memory.objectAt(Thread.class, Memory.addressOf(slot) - offset);
    }

    void use(AddressSpace newSpace) {
        space = newSpace;
        control = newSpace == null ? 0 : newSpace.control;
    }

    void release() {
        Memory.destroy(spaceSlot);
        Memory.destroy(tableSlot);
        Memory.destroy(faultSlot);
        Memory.destroy(registers);
        Memory.destroy(this);
    }

    /** Whether it has all that it needs to run. */
    boolean isConfigured() {
        return table != null && space != null;
    }

    /** What it runs on, or has lent to whom it called; null: nothing. */
    SchedulingContext ownContext() {
        return context == null && state == ThreadState.AWAITING_REPLY ? reply.lent : context;
    }

    @AlwaysInline
    boolean hasDeadline() {
        return wheelList != 0;
    }

    boolean isWaiting() {
        return state >= ThreadState.SENDING;
    }
}
