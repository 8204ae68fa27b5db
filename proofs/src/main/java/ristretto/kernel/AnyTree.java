package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.proofs.Addresses;
import ristretto.proofs.Any;

/**
 * Capabilities and the tree of derivation: a table of four slots, each empty or with a capability for the table itself or for a notification,
 * in any tree.
 */
final class AnyTree {
    static final int SLOTS = 4;
    static final String UNIVERSE = "4 slots, 2 objects, any tree";

    final Slot[] slots = new Slot[SLOTS];
    final CapTable table = new CapTable();
    final Notification notification = new Notification();
    final Thread caller = new Thread();
    /** Capabilities elsewhere, such as a thread's own, may name the objects, too. */
    final int tableElsewhere = Any.below(100);

    final int notificationElsewhere = Any.below(100);

    /** A third object, which the second slot names, with all rights, as the first does the table; null: there is none, and slots name any. */
    final KernelObject third;

    /** Any slots and links at all. */
    AnyTree() {
        this(null);
    }

    /** Of an interrupt line the own slot is the last of all, and no slot of the table. */
    AnyTree(KernelObject thirdObject) {
        third = thirdObject;
        table.type = ObjectType.CAP_TABLE;
        table.size = SLOTS;
        notification.type = ObjectType.NOTIFICATION;
        Addresses.objects[0] = table;
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Slot();
            Addresses.parts[i] = slots[i];
        }
        if (third instanceof InterruptLine line) {
            slots[SLOTS - 1] = line.slot;
            table.size = SLOTS - 1;
        }
        for (int i = 0; i < SLOTS; i++) {
            any(slots[i]);
        }
        if (third != null) {
            put(0, table);
            put(1, third);
            third.capabilities = 1;
        }
        // The caller's own.
        CProver.assume(tableElsewhere > 0);
        table.capabilities = tableElsewhere + named(table);
        notification.capabilities = notificationElsewhere + named(notification);
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

    private void put(int index, KernelObject object) {
        slots[index].object = object;
        slots[index].key = Slot.key(object.type, Rights.ALL);
        slots[index].badge = 0;
    }

    private Slot anySlot() {
        int index = CProver.nondetInt();
        return index >= 0 && index < SLOTS ? slots[index] : null;
    }

    Slot oneSlot() {
        return slots[Any.below(SLOTS)];
    }

    /** How many slots name an object. */
    int named(KernelObject object) {
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
    static boolean isLinked(Slot slot) {
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
                        && (parent.object == slot.object && (slot.rights() & ~parent.rights()) == 0
                                || isMadeOf(slot.object, parent.object));
        return above
                && (next == null || next.previousSibling == slot && next.parent == parent)
                && (slot.firstChild == null
                        || slot.firstChild.parent == slot && slot.firstChild.previousSibling == null)
                && slot.key == Slot.key(slot.object.type, slot.rights() & Rights.ALL)
                && isBelowRoot(slot)
                && isBeforeEnd(slot);
    }

    private static boolean isMadeOf(KernelObject object, KernelObject source) {
        return object.home == source
                || object.type == ObjectType.INTERRUPT_LINE && source.type == ObjectType.INTERRUPT_CONTROL;
    }

    /** Of at most {@link #SLOTS} slots. */
    static boolean isBelowRoot(Slot slot) {
        Slot above = slot;
        for (int i = 0; i < SLOTS && above != null; i++) {
            above = above.parent;
        }
        return above == null;
    }

    /** Of at most {@link #SLOTS} slots. */
    static boolean isBeforeEnd(Slot slot) {
        Slot behind = slot;
        for (int i = 0; i < SLOTS && behind != null; i++) {
            behind = behind.nextSibling;
        }
        return behind == null;
    }

    void check() {
        assert isLinked(slots[0]);
        assert isLinked(slots[1]);
        assert isLinked(slots[2]);
        assert isLinked(slots[3]);
        assert table.capabilities == tableElsewhere + named(table);
        assert notification.capabilities == notificationElsewhere + named(notification);
    }
}
