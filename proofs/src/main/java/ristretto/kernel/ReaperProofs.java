package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ObjectType;
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

    private final Kernel kernel = new Kernel(1, 0, 1);
    private final Untyped home = UntypedProofs.any();
    private final KernelObject rest = Any.flag() ? new Notification() : null;
    private final long living = home.living;

    private ReaperProofs() {
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
