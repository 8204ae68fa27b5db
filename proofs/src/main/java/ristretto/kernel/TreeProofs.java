package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.proofs.Any;
import ristretto.proofs.Interrupts;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/** Steps and invocations that change the tree of derivation, from any state of {@link AnyTree}. */
final class TreeProofs {
    @Proof(
            universe = AnyTree.UNIVERSE,
            quick = true,
            planted = {"Slot.linkUnder: drop Slot.previousSibling 2", "Slot.fill: drop KernelObject.capabilities"})
    static void fill() {
        AnyTree world = new AnyTree();
        Slot source = world.oneSlot();
        Slot destination = world.oneSlot();
        CProver.assume(source.object != null && destination.object == null);
        int rights = source.rights() & Any.below(Rights.ALL + 1);
        destination.fill(source.object, rights, source.badge, source);
        assert destination.parent == source && destination.rights() == rights;
        world.check();
        Probe.reached();
    }

    /** What deletion is made of, 1: a child of a slot is handed to the slot's parent. */
    @Proof(
            universe = AnyTree.UNIVERSE,
            planted = {"Slot.unlink: drop Slot.previousSibling", "Slot.handOverFirstChild: drop linkUnder()"})
    static void handOver() {
        AnyTree world = new AnyTree();
        Slot slot = world.oneSlot();
        CProver.assume(slot.firstChild != null);
        Slot child = slot.firstChild;
        Slot parent = slot.parent;
        slot.handOverFirstChild();
        assert child.parent == parent && slot.firstChild != child;
        world.check();
        Probe.reached();
    }

    /** What deletion is made of, 2: a slot without children is emptied; the last capability gone, the object is doomed. */
    @Proof(
            universe = AnyTree.UNIVERSE,
            planted = {
                "Capabilities.drop: drop unlink()",
                "Capabilities.drop: drop KernelObject.capabilities",
                "Capabilities.drop: drop add()"
            })
    static void clear() {
        AnyTree world = new AnyTree();
        Kernel kernel = new Kernel(1, 0, 1);
        Slot slot = world.oneSlot();
        CProver.assume(slot.object == world.notification && slot.firstChild == null);
        Capabilities.clear(kernel, slot);
        assert slot.object == null;
        assert (kernel.reaper.dying == world.notification) == (world.notification.capabilities == 0);
        world.check();
        Probe.reached();
    }

    @Proof(
            universe = AnyTree.UNIVERSE,
            planted = {"Slot.moveTo: drop Slot.previousSibling 2", "Slot.moveTo: drop Slot.key"})
    static void move() {
        call(Operation.TABLE_MOVE);
    }

    @Proof(universe = AnyTree.UNIVERSE, planted = "TableOperations.copy: negate 2")
    static void copy() {
        call(Operation.TABLE_COPY);
    }

    @Proof(universe = AnyTree.UNIVERSE, planted = "Slot.fill: drop Slot.key")
    static void mint() {
        call(Operation.TABLE_MINT);
    }

    /** TABLE_INSPECT changes no slot. */
    @Proof(universe = AnyTree.UNIVERSE, planted = "TableOperations.inspect: negate")
    static void inspect() {
        AnyTree world = new AnyTree();
        long index = anyArguments(world);
        Slot slot = world.oneSlot();
        KernelObject object = slot.object;
        int key = slot.key;
        Slot parent = slot.parent;
        Slot child = slot.firstChild;
        int outcome = TableOperations.run(null, world.caller, Operation.TABLE_INSPECT);
        assert slot.object == object && slot.key == key && slot.parent == parent && slot.firstChild == child;
        if (outcome == Arguments.DONE) {
            assert world.slots[(int) index].object != null;
            Probe.reached();
        }
        world.check();
    }

    /** One round, as an interrupt waits; what that does is in {@link RemovalProofs}. It is done where the slot is empty. */
    @Proof(
            universe = AnyTree.UNIVERSE,
            planted = {"TableOperations.run: negate 2", "TableOperations.run: negate 3"})
    static void delete() {
        remove(Operation.TABLE_DELETE);
    }

    /** One round, too. It is done where nothing hangs below the slot. */
    @Proof(
            universe = AnyTree.UNIVERSE,
            planted = {"TableOperations.run: negate 4", "TableOperations.run: negate 5"})
    static void revoke() {
        remove(Operation.TABLE_REVOKE);
    }

    /** A whole invocation, with any arguments. One that is refused, or done, changes no slot; any other has taken one capability away, or moved one up. */
    private static void remove(int operation) {
        AnyTree world = new AnyTree();
        Interrupts.pending = true;
        long index = anyArguments(world);
        int named = world.named(world.table) + world.named(world.notification);
        Slot slot = world.oneSlot();
        KernelObject object = slot.object;
        int key = slot.key;
        Slot parent = slot.parent;
        Slot child = slot.firstChild;
        int outcome = TableOperations.run(new Kernel(1, 0, 1), world.caller, operation);
        int gone = named - world.named(world.table) - world.named(world.notification);
        if (outcome == Arguments.REPEAT) {
            assert gone == 0 || gone == 1;
            Probe.reached();
        } else {
            assert slot.object == object && slot.key == key && slot.parent == parent && slot.firstChild == child;
            if (outcome == Arguments.DONE) {
                Slot target = world.slots[(int) index];
                assert operation == Operation.TABLE_DELETE ? target.object == null : target.firstChild == null;
            }
        }
        world.check();
    }

    /** Answers a0. */
    private static long anyArguments(AnyTree world) {
        RegisterFrame in = world.caller.registers;
        in.x5 = Any.word();
        in.x10 = Any.word();
        in.x11 = Any.word();
        in.x12 = Any.word();
        in.x13 = Any.word();
        in.x14 = Any.word();
        return in.x10;
    }

    /** A whole invocation, with any arguments. One that is refused changes no slot. */
    private static void call(int operation) {
        AnyTree world = new AnyTree();
        anyArguments(world);
        int tableNamed = world.named(world.table);
        int notificationNamed = world.named(world.notification);
        Slot slot = world.oneSlot();
        KernelObject object = slot.object;
        int key = slot.key;
        Slot parent = slot.parent;
        Slot child = slot.firstChild;
        int outcome = TableOperations.run(null, world.caller, operation);
        if (outcome == Arguments.REFUSED) {
            assert slot.object == object && slot.key == key && slot.parent == parent && slot.firstChild == child;
            assert tableNamed == world.named(world.table);
        } else {
            int more = operation == Operation.TABLE_MOVE ? 0 : 1;
            assert world.named(world.table) + world.named(world.notification) == tableNamed + notificationNamed + more;
            Probe.reached();
        }
        world.check();
    }
}
