package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.Rights;
import ristretto.proofs.Any;

/**
 * What a slot of an object's own, such as an interrupt line's, has to do with others, in any tree: the slot that it is to be filled from, itself, and a
 * third one. The first names a new object; the others name that, an old one, or are empty. Nothing derives from what an object holds itself.
 */
final class AnyFamily {

    final Slot source = new Slot();
    final Slot own;
    final Slot other = new Slot();
    final KernelObject fresh;
    final KernelObject old;

    private final int freshElsewhere = Any.below(100);
    private final int oldElsewhere = Any.below(100);

    /**
     * Any links at all.
     *
     * @param rights those of the source; a constant makes a proof much smaller
     */
    AnyFamily(Slot ownSlot, KernelObject freshObject, KernelObject oldObject, int rights) {
        own = ownSlot;
        fresh = freshObject;
        old = oldObject;
        any(source);
        any(own);
        any(other);
        own.firstChild = null;
        put(source, fresh, rights);
        if (Any.flag()) {
            put(own, Any.flag() ? fresh : old, anyRights());
        }
        if (Any.flag()) {
            put(other, Any.flag() ? fresh : old, anyRights());
        }
        fresh.capabilities = freshElsewhere + named(fresh);
        old.capabilities = oldElsewhere + named(old);
        CProver.assume(isLinked(source) && isLinked(own) && isLinked(other));
    }

    private void any(Slot slot) {
        slot.parent = anySlot();
        slot.firstChild = anySlot();
        slot.nextSibling = anySlot();
        slot.previousSibling = anySlot();
    }

    private Slot anySlot() {
        return switch (CProver.nondetInt()) {
            case 0 -> source;
            case 1 -> own;
            case 2 -> other;
            default -> null;
        };
    }

    static int anyRights() {
        return Any.below(Rights.ALL + 1);
    }

    private static void put(Slot slot, KernelObject object, int rights) {
        slot.object = object;
        slot.key = Slot.key(object.type, rights);
        slot.badge = Any.word();
    }

    private int named(KernelObject object) {
        return (source.object == object ? 1 : 0) + (own.object == object ? 1 : 0) + (other.object == object ? 1 : 0);
    }

    /** As in {@link AnyTree}: links agree with each other, lead round in no circle, rights never grow; an empty slot has none. */
    private boolean isLinked(Slot slot) {
        Slot parent = slot.parent;
        Slot next = slot.nextSibling;
        Slot before = slot.previousSibling;
        Slot child = slot.firstChild;
        if (slot.object == null) {
            return parent == null && child == null && next == null && before == null && slot.key == 0;
        }
        boolean above = parent == null
                ? next == null && before == null
                : (before == null ? parent.firstChild == slot : before.nextSibling == slot && before.parent == parent)
                        && parent.object == slot.object
                        && (slot.rights() & ~parent.rights()) == 0;
        return above
                && (next == null || next.previousSibling == slot && next.parent == parent)
                && (child == null || child.parent == slot && child.previousSibling == null)
                && slot.key == Slot.key(slot.object.type, slot.rights() & Rights.ALL)
                && AnyTree.isBelowRoot(slot)
                && AnyTree.isBeforeEnd(slot);
    }

    /** Whether the object's own slot is a copy of the source, and its child. */
    boolean isCopied() {
        return own.object == source.object
                && own.rights() == source.rights()
                && own.badge == source.badge
                && own.parent == source;
    }

    /** The tree is right, and the counts agree. */
    void check() {
        assert isLinked(source);
        assert isLinked(own);
        assert isLinked(other);
        assert own.firstChild == null;
        assert fresh.capabilities == freshElsewhere + named(fresh);
        assert old.capabilities == oldElsewhere + named(old);
    }
}
