package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.proofs.Addresses;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * Capabilities and the tree of derivation: a table of four slots, each empty or with a capability for the table itself or for a notification,
 * in any tree.
 */
final class TreeProofs {
    private static final int SLOTS = 4;
    private static final String UNIVERSE = "4 slots, 2 objects, any tree";

    private final Slot[] slots = new Slot[SLOTS];
    private final CapTable table = new CapTable();
    private final Notification notification = new Notification();
    private final Thread caller = new Thread();

    /** Any slots and links at all. */
    private TreeProofs() {
        table.type = ObjectType.CAP_TABLE;
        table.size = SLOTS;
        notification.type = ObjectType.NOTIFICATION;
        Addresses.objects[0] = table;
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Slot();
            Addresses.parts[i] = slots[i];
        }
        for (int i = 0; i < SLOTS; i++) {
            any(slots[i]);
        }
        // Capabilities elsewhere, such as a thread's own, may name them, too.
        table.capabilities = 1 + Any.below(100);
        notification.capabilities = Any.below(100);
        caller.registers = new RegisterFrame();
        caller.table = table;
        CProver.assume(isTree());
    }

    private void any(Slot slot) {
        slot.parent = anySlot();
        slot.firstChild = anySlot();
        slot.nextSibling = anySlot();
        slot.previousSibling = anySlot();
        if (Any.flag()) {
            slot.object = Any.flag() ? table : notification;
            slot.badge = slot.object == notification ? Any.word() : 0;
            slot.key = Slot.key(slot.object.type, Any.below(Rights.ALL + 1));
        }
    }

    private Slot anySlot() {
        int index = CProver.nondetInt();
        return index >= 0 && index < SLOTS ? slots[index] : null;
    }

    private Slot oneSlot() {
        return slots[Any.below(SLOTS)];
    }

    /** How many slots name an object. */
    private int named(KernelObject object) {
        int named = 0;
        for (int i = 0; i < SLOTS; i++) {
            if (slots[i].object == object) {
                named++;
            }
        }
        return named;
    }

    private boolean isTree() {
        for (int i = 0; i < SLOTS; i++) {
            if (!isLinked(slots[i])) {
                return false;
            }
        }
        return true;
    }

    /** Links agree with each other, lead round in no circle, rights never grow; an empty slot has none. */
    private boolean isLinked(Slot slot) {
        if (slot.object == null) {
            return slot.parent == null
                    && slot.firstChild == null
                    && slot.nextSibling == null
                    && slot.previousSibling == null
                    && slot.key == 0
                    && slot.badge == 0;
        }
        Slot parent = slot.parent;
        Slot next = slot.nextSibling;
        Slot before = slot.previousSibling;
        boolean above = parent == null
                ? next == null && before == null
                : (before == null ? parent.firstChild == slot : before.nextSibling == slot && before.parent == parent)
                        && parent.object == slot.object
                        && (slot.rights() & ~parent.rights()) == 0;
        return above
                && (next == null || next.previousSibling == slot && next.parent == parent)
                && (slot.firstChild == null
                        || slot.firstChild.parent == slot && slot.firstChild.previousSibling == null)
                && slot.key == Slot.key(slot.object.type, slot.rights() & Rights.ALL)
                && isBelowRoot(slot)
                && isBeforeEnd(slot);
    }

    private static boolean isBelowRoot(Slot slot) {
        Slot above = slot;
        for (int i = 0; i < SLOTS && above != null; i++) {
            above = above.parent;
        }
        return above == null;
    }

    private static boolean isBeforeEnd(Slot slot) {
        Slot behind = slot;
        for (int i = 0; i < SLOTS && behind != null; i++) {
            behind = behind.nextSibling;
        }
        return behind == null;
    }

    private void check(int tableNamed, int notificationNamed) {
        assert isLinked(slots[0]);
        assert isLinked(slots[1]);
        assert isLinked(slots[2]);
        assert isLinked(slots[3]);
        assert table.capabilities - tableNamed == named(table);
        assert notification.capabilities - notificationNamed == named(notification);
    }

    @Proof(
            universe = UNIVERSE,
            quick = true,
            planted = {"Slot.linkUnder: drop Slot.previousSibling 2", "Slot.fill: drop KernelObject.capabilities"})
    static void fill() {
        TreeProofs world = new TreeProofs();
        Slot source = world.oneSlot();
        Slot destination = world.oneSlot();
        CProver.assume(source.object != null && destination.object == null);
        int tableElsewhere = world.table.capabilities - world.named(world.table);
        int notificationElsewhere = world.notification.capabilities - world.named(world.notification);
        int rights = source.rights() & Any.below(Rights.ALL + 1);
        destination.fill(source.object, rights, source.badge, source);
        assert destination.parent == source && destination.rights() == rights;
        world.check(tableElsewhere, notificationElsewhere);
        Probe.reached();
    }

    /** What deletion is made of, 1: a child of a slot is handed to the slot's parent. */
    @Proof(
            universe = UNIVERSE,
            planted = {"Slot.unlink: drop Slot.previousSibling", "Slot.handOverFirstChild: drop linkUnder()"})
    static void handOver() {
        TreeProofs world = new TreeProofs();
        Slot slot = world.oneSlot();
        CProver.assume(slot.firstChild != null);
        Slot child = slot.firstChild;
        Slot parent = slot.parent;
        int tableElsewhere = world.table.capabilities - world.named(world.table);
        int notificationElsewhere = world.notification.capabilities - world.named(world.notification);
        slot.handOverFirstChild();
        assert child.parent == parent && slot.firstChild != child;
        world.check(tableElsewhere, notificationElsewhere);
        Probe.reached();
    }

    /** What deletion is made of, 2: a slot without children is emptied; the last capability gone, the object is doomed. */
    @Proof(
            universe = UNIVERSE,
            planted = {
                "Capabilities.drop: drop unlink()",
                "Capabilities.drop: drop KernelObject.capabilities",
                "Capabilities.drop: drop add()"
            })
    static void clear() {
        TreeProofs world = new TreeProofs();
        Kernel kernel = new Kernel(1, 0, 1);
        Slot slot = world.oneSlot();
        CProver.assume(slot.object == world.notification && slot.firstChild == null);
        int tableElsewhere = world.table.capabilities - world.named(world.table);
        int notificationElsewhere = world.notification.capabilities - world.named(world.notification);
        CProver.assume(notificationElsewhere >= 0);
        Capabilities.clear(kernel, slot);
        assert slot.object == null;
        assert (kernel.reaper.dying == world.notification) == (world.notification.capabilities == 0);
        world.check(tableElsewhere, notificationElsewhere);
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            planted = {"Slot.moveTo: drop Slot.previousSibling 2", "Slot.moveTo: drop Slot.key"})
    static void move() {
        call(Operation.TABLE_MOVE);
    }

    @Proof(universe = UNIVERSE, planted = "TableOperations.copy: negate 2")
    static void copy() {
        call(Operation.TABLE_COPY);
    }

    @Proof(universe = UNIVERSE, planted = "Slot.fill: drop Slot.key")
    static void mint() {
        call(Operation.TABLE_MINT);
    }

    /** A whole invocation, with any arguments. One that is refused changes no slot. */
    private static void call(int operation) {
        TreeProofs world = new TreeProofs();
        RegisterFrame in = world.caller.registers;
        in.x5 = Any.word();
        in.x10 = Any.word();
        in.x11 = Any.word();
        in.x12 = Any.word();
        in.x13 = Any.word();
        in.x14 = Any.word();
        int tableNamed = world.named(world.table);
        int notificationNamed = world.named(world.notification);
        int tableElsewhere = world.table.capabilities - tableNamed;
        int notificationElsewhere = world.notification.capabilities - notificationNamed;
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
        world.check(tableElsewhere, notificationElsewhere);
    }
}
