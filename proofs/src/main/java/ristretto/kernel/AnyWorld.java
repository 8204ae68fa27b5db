package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.proofs.Addresses;
import ristretto.proofs.Any;

/**
 * Three threads, an endpoint, a notification, two Replies, two scheduling contexts, two priorities; all in any state
 * that satisfies the invariant. A table has a slot for each of the four objects that system calls name, which may be
 * empty, with any rights and badge.
 */
final class AnyWorld {
    static final int PRIORITIES = 2;
    static final int SLOTS = 4;
    private static final int THREADS = 3;
    private static final int REPLIES = 2;

    /** All that can be in the timer wheel. */
    static Timed[] timed = new Timed[0];

    final Kernel kernel;
    final Core core;
    final Thread a;
    final Thread b = new Thread();
    final Thread c = new Thread();
    final Endpoint endpoint = new Endpoint();
    final Notification notification = new Notification();
    final Reply first = new Reply();
    final Reply second = new Reply();
    final SchedulingContext one;
    final SchedulingContext two = new SchedulingContext();
    final CapTable table = new CapTable();
    final AddressSpace space = new AddressSpace();

    /** Any state at all: only what no code ever changes is fixed. */
    AnyWorld() {
        kernel = new Kernel(1, 0, PRIORITIES);
        core = kernel.core;
        a = new Thread();
        one = new SchedulingContext();
        endpoint.type = ObjectType.ENDPOINT;
        notification.type = ObjectType.NOTIFICATION;
        first.type = ObjectType.REPLY;
        second.type = ObjectType.REPLY;
        one.type = ObjectType.SCHEDULING_CONTEXT;
        two.type = ObjectType.SCHEDULING_CONTEXT;
        table.type = ObjectType.CAP_TABLE;
        table.size = SLOTS;
        Addresses.objects[0] = table;
        anySlot(0, endpoint);
        anySlot(1, notification);
        anySlot(2, first);
        anySlot(3, second);
        create(a);
        create(b);
        create(c);
        any(a);
        any(b);
        any(c);
        any(one);
        any(two);
        any(first);
        any(second);
        endpoint.first = anyThread();
        endpoint.last = anyThread();
        endpoint.receivers = anyThread();
        notification.first = anyThread();
        notification.last = anyThread();
        notification.bits = Any.word();
        notification.bound = anyThread();
        for (int i = 0; i < PRIORITIES; i++) {
            core.scheduler.first[i] = anyThread();
            core.scheduler.last[i] = anyThread();
        }
        core.scheduler.occupied[0] = Any.word();
        core.scheduler.top = CProver.nondetInt();
        core.current = anyThread();
        core.handed = anyThread();
        core.handedFirst = Any.flag();
        core.timedContext = anyContext();
        core.timerAt = Any.word();
        core.timers.earliest = Any.word();
        timed = new Timed[] {a, b, c, one, two};
    }

    /** What boot left: root's thread on its context, and besides objects as they are when they are made. */
    AnyWorld(Kernel booted, Thread root) {
        kernel = booted;
        core = booted.core;
        a = root;
        one = root.context;
        create(b);
        create(c);
    }

    private static void anySlot(int index, KernelObject object) {
        Slot slot = new Slot();
        Addresses.parts[index] = slot;
        if (Any.flag()) {
            slot.object = object;
            slot.key = Slot.key(object.type, Any.below(Rights.ALL + 1));
            slot.badge = Any.word();
        }
    }

    private static void create(Thread thread) {
        thread.type = ObjectType.THREAD;
        thread.registers = new RegisterFrame();
        thread.spaceSlot = new Slot();
        thread.tableSlot = new Slot();
        thread.faultSlot = new Slot();
    }

    private void any(Thread thread) {
        thread.state = Any.below(ThreadState.FAULTED);
        thread.priority = Any.below(PRIORITIES);
        thread.next = anyThread();
        thread.previous = anyThread();
        thread.waitingAt = Any.flag() ? endpoint : Any.flag() ? notification : null;
        thread.reply = anyReply();
        thread.context = anyContext();
        thread.bound = Any.flag() ? notification : null;
        thread.wheelList = Any.flag() ? 1 : 0;
        thread.badge = Any.word();
        thread.faultKind = CProver.nondetInt();
        thread.faultsOnBudget = Any.flag();
        thread.table = table;
        thread.callTable = table;
        thread.space = space;
        if (Any.flag()) {
            thread.faultSlot.object = endpoint;
            thread.faultSlot.badge = Any.word();
        }
        RegisterFrame registers = thread.registers;
        registers.x5 = Any.word();
        registers.x6 = Any.word();
        registers.x7 = Any.word();
        registers.x29 = Any.word();
        registers.x10 = Any.word();
        registers.status = Any.word();
    }

    private void any(SchedulingContext context) {
        context.budget = Any.word();
        context.period = Any.word();
        context.remaining = Any.word();
        context.refillAt = Any.word();
        context.thread = anyThread();
        context.lentThrough = anyReply();
        context.wheelList = Any.flag() ? 1 : 0;
    }

    private void any(Reply reply) {
        reply.caller = anyThread();
        reply.receiver = anyThread();
        reply.lent = anyContext();
        reply.below = anyReply();
    }

    /** Capabilities that travel are {@link TreeProofs}' matter: no message has one. */
    void withoutCapabilities() {
        CProver.assume(Tag.capability(a.registers.x6) == 0
                && Tag.capability(b.registers.x6) == 0
                && Tag.capability(c.registers.x6) == 0);
    }

    /** The table's slots are empty. */
    void withoutObjects() {
        for (int i = 0; i < SLOTS; i++) {
            empty(i);
        }
    }

    static void empty(int index) {
        Slot slot = (Slot) Addresses.parts[index];
        slot.object = null;
        slot.key = 0;
    }

    /** Gives the thread an address, by which its own slots find it. */
    static void place(Thread thread) {
        Addresses.objects[1] = thread;
        Addresses.threadSlots = new Object[] {thread.spaceSlot, thread.tableSlot, thread.faultSlot};
        Addresses.threadSlotsOffset = Thread.bytes() - 3 * Slot.BYTES;
        thread.spaceSlot.place = Slot.OF_THREAD_SPACE;
        thread.tableSlot.place = Slot.OF_THREAD_TABLE;
        thread.faultSlot.place = Slot.OF_THREAD_FAULTS;
    }

    Thread anyThread() {
        return switch (CProver.nondetInt()) {
            case 0 -> a;
            case 1 -> b;
            case 2 -> c;
            default -> null;
        };
    }

    private Reply anyReply() {
        return switch (CProver.nondetInt()) {
            case 0 -> first;
            case 1 -> second;
            default -> null;
        };
    }

    private SchedulingContext anyContext() {
        return switch (CProver.nondetInt()) {
            case 0 -> one;
            case 1 -> two;
            default -> null;
        };
    }

    /** Takes for granted what holds in the midst of an entry into the kernel. */
    void assumeInside() {
        CProver.assume(isScheduler() && isHanded());
        CProver.assume(isThread(a) && isThread(b) && isThread(c));
        CProver.assume(isEndpoint() && isNotification());
        CProver.assume(isReply(first) && isReply(second));
        CProver.assume(isContext(one) && isContext(two));
    }

    /** Takes for granted what holds between two entries. */
    void assumeOutside() {
        core.handed = null;
        assumeInside();
        CProver.assume(isSettled());
    }

    void checkInside() {
        assert isScheduler();
        checkAllButScheduler();
    }

    void checkOutside() {
        checkInside();
        assert isSettled();
    }

    /** As {@link #checkOutside}, where nobody is ready; the run queue, which has more priorities, is {@link SchedulerProofs}' matter. */
    void checkBooted() {
        checkAllButScheduler();
        assert isSettled();
    }

    private void checkAllButScheduler() {
        assert isHanded();
        assert isThread(a);
        assert isThread(b);
        assert isThread(c);
        assert isEndpoint();
        assert isNotification();
        assert isReply(first);
        assert isReply(second);
        assert isContext(one);
        assert isContext(two);
    }

    private boolean isHanded() {
        Thread handed = core.handed;
        return handed == null || handed.state == ThreadState.READY && handed.context != null;
    }

    /** Nobody is handed, and the current thread runs, which nobody of higher priority waits for. */
    private boolean isSettled() {
        Thread current = core.current;
        return core.handed == null
                && (current == null
                        ? core.scheduler.top == Scheduler.NOBODY
                        : current.state == ThreadState.RUNNING && core.scheduler.top <= current.priority);
    }

    private boolean isScheduler() {
        int top = Scheduler.NOBODY;
        for (int priority = 0; priority < PRIORITIES; priority++) {
            Thread before = null;
            Thread thread = core.scheduler.first[priority];
            for (int i = 0; i < THREADS && thread != null; i++) {
                if (thread.state != ThreadState.READY || thread.priority != priority || thread.previous != before) {
                    return false;
                }
                before = thread;
                thread = thread.next;
            }
            boolean occupied = (core.scheduler.occupied[0] >>> priority & 1) != 0;
            if (thread != null || core.scheduler.last[priority] != before || occupied != (before != null)) {
                return false;
            }
            if (before != null) {
                top = priority;
            }
        }
        return top == core.scheduler.top && core.scheduler.occupied[0] >>> PRIORITIES == 0;
    }

    private boolean isThread(Thread thread) {
        int state = thread.state;
        boolean linked =
                switch (state) {
                    case ThreadState.READY ->
                        isIn(core.scheduler.first[thread.priority], thread) != (core.handed == thread)
                                && thread.context != null;
                    case ThreadState.RUNNING -> core.current == thread && thread.context != null;
                    case ThreadState.SENDING -> thread.waitingAt == endpoint && isIn(endpoint.first, thread);
                    case ThreadState.RECEIVING ->
                        thread.waitingAt == endpoint
                                && isIn(endpoint.receivers, thread)
                                && thread.reply != null
                                && thread.reply.receiver == thread;
                    case ThreadState.WAITING -> thread.waitingAt == notification && isIn(notification.first, thread);
                    case ThreadState.AWAITING_REPLY -> thread.reply != null && thread.reply.caller == thread;
                    case ThreadState.OUT_OF_BUDGET ->
                        thread.context == null || thread.context.budget == 0 || thread.context.wheelList != 0;
                    default -> state == ThreadState.SUSPENDED;
                };
        return linked
                && (thread.context == null || thread.context.thread == thread)
                && (thread.bound == null || thread.bound.bound == thread)
                && (thread.wheelList == 0 || thread.isWaiting())
                && (thread.faultKind == 0 || state == ThreadState.SENDING || state == ThreadState.AWAITING_REPLY);
    }

    private static boolean isIn(Thread begin, Thread thread) {
        Thread other = begin;
        for (int i = 0; i < THREADS && other != null; i++) {
            if (other == thread) {
                return true;
            }
            other = other.next;
        }
        return false;
    }

    private static boolean isQueue(Thread begin, Thread end, int state) {
        Thread before = null;
        Thread thread = begin;
        for (int i = 0; i < THREADS && thread != null; i++) {
            if (thread.state != state || thread.previous != before) {
                return false;
            }
            before = thread;
            thread = thread.next;
        }
        return thread == null && end == before;
    }

    private boolean isEndpoint() {
        Thread bottom = null;
        Thread thread = endpoint.receivers;
        for (int i = 0; i < THREADS && thread != null; i++) {
            bottom = thread;
            thread = thread.next;
        }
        return isQueue(endpoint.first, endpoint.last, ThreadState.SENDING)
                && isQueue(endpoint.receivers, bottom, ThreadState.RECEIVING)
                && (endpoint.first == null || endpoint.receivers == null);
    }

    private boolean isNotification() {
        return isQueue(notification.first, notification.last, ThreadState.WAITING)
                && (notification.first == null || notification.bits == 0)
                && (notification.bound == null || notification.bound.bound == notification);
    }

    private static boolean isReply(Reply reply) {
        Thread caller = reply.caller;
        Thread receiver = reply.receiver;
        return (caller == null || receiver == null)
                && (caller == null || caller.reply == reply && caller.state == ThreadState.AWAITING_REPLY)
                && (receiver == null || receiver.reply == reply && receiver.state == ThreadState.RECEIVING)
                && (reply.lent == null ? reply.below == null : caller != null && isLentThrough(reply.lent, reply));
    }

    private static boolean isLentThrough(SchedulingContext context, Reply reply) {
        Reply top = context.lentThrough;
        return top == reply || top != null && top.below == reply;
    }

    private static boolean isContext(SchedulingContext context) {
        Thread thread = context.thread;
        Reply reply = context.lentThrough;
        for (int i = 0; i < REPLIES && reply != null; i++) {
            if (reply.lent != context || reply.caller == null || reply.caller.context != null) {
                return false;
            }
            reply = reply.below;
        }
        return reply == null && (thread == null || thread.context == context);
    }
}
