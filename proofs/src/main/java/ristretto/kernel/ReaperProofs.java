package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ObjectType;
import ristretto.abi.ThreadState;
import ristretto.proofs.Any;
import ristretto.proofs.Interrupts;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * What the reaper does next, one step, before which and after which an interrupt waits: it takes the first object of its list and leaves the rest; an
 * Untyped gets its memory back when its last object died, and follows that onto the list if nobody names it any more, and only then.
 */
final class ReaperProofs {
    private static final String UNIVERSE = "1 dying object, its untyped, 1 more on the list";
    private static final String WORLD =
            "3 threads, 1 endpoint, 1 notification, 2 replies, 2 contexts, 2 priorities, 1 untyped";

    private final Kernel kernel;
    private final Untyped home = UntypedProofs.any();
    private final KernelObject rest = Any.flag() ? new Notification() : null;
    private final long living = home.living;

    private ReaperProofs() {
        this(new Kernel(1, 0, 1));
    }

    private ReaperProofs(Kernel kernel) {
        this.kernel = kernel;
        home.capabilities = Any.below(100);
        CProver.assume(living > 0);
    }

    @Proof(
            universe = UNIVERSE,
            quick = true,
            planted = {"Reaper.finish: drop push()", "Reaper.finish: negate 5", "Untyped.objectDied: drop reset()"})
    static void frame() {
        ReaperProofs world = new ReaperProofs();
        Frame frame = new Frame();
        frame.type = ObjectType.FRAME;
        Thread thread = new Thread();
        if (Any.flag()) {
            frame.messagesOf = thread;
            thread.messageFrame = frame;
            thread.messagePage = Any.word();
        }
        boolean done = world.step(frame);
        assert frame.messagesOf == null && thread.messageFrame == null && thread.messagePage == 0;
        world.check(done);
        Probe.reached();
    }

    /** An Untyped goes only when nothing that was made of it lives. */
    @Proof(
            universe = UNIVERSE,
            planted = {"Reaper.step: negate 1", "Reaper.finish: drop objectDied()"})
    static void untyped() {
        ReaperProofs world = new ReaperProofs();
        Untyped dying = UntypedProofs.any();
        boolean done = world.step(dying);
        if (dying.living == 0) {
            world.check(done);
            Probe.reached();
        } else {
            assert world.home.living == world.living && world.kernel.reaper.dying == world.rest;
        }
    }

    @Proof(
            universe = UNIVERSE,
            planted = {"Reaper.step: drop Reaper.dying", "Reaper.step: drop KernelObject.nextDying"})
    static void reply() {
        ReaperProofs world = new ReaperProofs();
        Reply reply = new Reply();
        reply.type = ObjectType.REPLY;
        boolean done = world.step(reply);
        assert reply.nextDying == null && !reply.doomed;
        world.check(done);
        Probe.reached();
    }

    /** A table loses its capabilities one after the other, each as by deletion, and stays on the list until it has none. */
    @Proof(
            universe = AnyTree.UNIVERSE,
            planted = {"Reaper.clearNext: drop CapTable.cleared", "Reaper.clearNext: drop handOverFirstChild()"})
    static void table() {
        AnyTree world = new AnyTree();
        Kernel kernel = new Kernel(1, 0, 1);
        int cleared = Any.below(AnyTree.SLOTS + 1);
        world.table.cleared = cleared;
        for (int i = 0; i < AnyTree.SLOTS; i++) {
            CProver.assume(i >= cleared || world.slots[i].object == null);
        }
        Slot slot = cleared < AnyTree.SLOTS ? world.slots[cleared] : new Slot();
        boolean full = slot.object != null;
        int children = RemovalProofs.children(slot);
        kernel.reaper.dying = world.table;
        world.table.doomed = true;
        Interrupts.pending = true;
        boolean done = kernel.reaper.drain();
        assert done == (cleared == AnyTree.SLOTS) && world.table.doomed == !done;
        assert world.table.cleared == (full || done ? cleared : cleared + 1);
        assert children == 0 ? slot.object == null : RemovalProofs.children(slot) == children - 1;
        KernelObject next = kernel.reaper.dying;
        assert done ? next == null : next == world.table || next == world.notification && next.nextDying == world.table;
        world.check();
        Probe.reached();
    }

    /** Whoever ran on it waits for another, nobody has a claim to it, and it comes back no more. */
    @Proof(
            universe = WORLD,
            standIns = {"TimerWheel", "Bits"},
            planted = {
                "Reaper.step: drop forget()",
                "Reaper.step: drop unbindContext()",
                "Reaper.step: drop remove() 2",
                "Lending.pop: drop Reply.lent"
            })
    static void context() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        ReaperProofs list = new ReaperProofs(world.kernel);
        boolean done = list.step(world.one);
        assert world.one.thread == null && world.one.lentThrough == null && world.one.wheelList == 0;
        world.checkInside();
        list.check(done);
        Probe.reached();
    }

    /** A thread that nobody names stops at once, whatever it did. */
    @Proof(
            universe = WORLD,
            standIns = {"TimerWheel", "Bits"},
            planted = {"Reaper.add: drop suspend()", "Reaper.add: drop Core.current", "Reaper.add: drop Core.floatOwner"
            })
    static void doomedThread() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        Thread thread = world.anyThread();
        CProver.assume(thread != null);
        world.core.floatOwner = Any.flag() ? world.a.registers : world.b.registers;
        world.kernel.reaper.add(thread);
        assert isStopped(world, thread);
        assert world.kernel.reaper.dying == thread && thread.doomed && thread.nextDying == null;
        world.checkInside();
        Probe.reached();
    }

    /**
     * A thread that stopped loses what it is bound to, then the capabilities of its own one after the other, and stays on the list until it has none. What
     * it was the last to name follows. That slots are emptied well is {@link TreeProofs}' matter.
     */
    @Proof(
            universe = WORLD,
            standIns = {"TimerWheel", "Bits"},
            planted = {
                "Reaper.endThread: drop unbind()",
                "Reaper.endThread: drop unbindContext()",
                "Reaper.endThread: drop destroy()",
                "Reaper.endThread: drop push()",
                "Reaper.endThread: drop drop()",
                "Capabilities.drop: drop use()"
            })
    static void thread() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        Thread thread = world.a;
        thread.space = null;
        thread.table = null;
        CProver.assume(isStopped(world, thread));
        AnyWorld.place(thread);
        world.space.type = ObjectType.ADDRESS_SPACE;
        world.space.capabilities = Any.below(100);
        world.table.capabilities = Any.below(100);
        world.endpoint.capabilities = Any.below(100);
        if (Any.flag()) {
            hold(thread.spaceSlot, world.space);
            thread.space = world.space;
        }
        if (Any.flag()) {
            hold(thread.tableSlot, world.table);
            thread.table = world.table;
        }
        if (thread.faultSlot.object != null) {
            hold(thread.faultSlot, world.endpoint);
        }
        Frame page = new Frame();
        if (Any.flag()) {
            page.messagesOf = thread;
            thread.messageFrame = page;
            thread.messagePage = Any.word();
        }
        int held = held(thread);
        long spaces = world.space.capabilities;
        long tables = world.table.capabilities;
        long endpoints = world.endpoint.capabilities;
        ReaperProofs list = new ReaperProofs(world.kernel);
        boolean done = list.step(thread);
        assert thread.bound == null && thread.context == null;
        assert thread.messageFrame == null && thread.messagePage == 0 && page.messagesOf == null;
        assert thread.space == thread.spaceSlot.object && thread.table == thread.tableSlot.object;
        assert held == 0 || held(thread) == held - 1;
        world.checkInside();
        if (held == 0) {
            list.check(done);
            Probe.reached();
        } else {
            KernelObject next = world.kernel.reaper.dying;
            assert !done && list.home.living == list.living && thread.doomed && thread.nextDying == list.rest;
            assert next == thread || next.capabilities == 0 && next.doomed && next.nextDying == thread;
            assert next == thread || next == world.space || next == world.table || next == world.endpoint;
            assert follows(spaces, world.space);
            assert follows(tables, world.table);
            assert follows(endpoints, world.endpoint);
        }
    }

    /** Whoever lost its last capability is on the list, and nobody else. */
    private static boolean follows(long before, KernelObject object) {
        return object.doomed == (before > 0 && object.capabilities == 0);
    }

    private static void hold(Slot slot, KernelObject object) {
        slot.object = object;
        object.capabilities++;
    }

    private static int held(Thread thread) {
        return (thread.spaceSlot.object == null ? 0 : 1)
                + (thread.tableSlot.object == null ? 0 : 1)
                + (thread.faultSlot.object == null ? 0 : 1);
    }

    private static boolean isStopped(AnyWorld world, Thread thread) {
        return thread.state == ThreadState.SUSPENDED
                && thread.wheelList == 0
                && thread.faultKind == 0
                && world.core.current != thread
                && world.core.floatOwner != thread.registers;
    }

    private boolean step(KernelObject object) {
        object.home = home;
        object.doomed = true;
        object.nextDying = rest;
        kernel.reaper.dying = object;
        if (rest != null) {
            rest.doomed = true;
        }
        Interrupts.pending = true;
        return kernel.reaper.drain();
    }

    /** The object is dead and its memory accounted for. */
    private void check(boolean done) {
        boolean follows = living == 1 && home.capabilities == 0;
        assert home.living == living - 1;
        assert home.living > 0 || home.low == home.start && home.high == home.end;
        assert UntypedProofs.isWhole(home);
        assert kernel.reaper.dying == (follows ? home : rest);
        assert home.doomed == follows && (!follows || home.nextDying == rest);
        assert done == (!follows && rest == null);
    }
}
