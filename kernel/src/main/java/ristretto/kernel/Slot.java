package ristretto.kernel;

import ristretto.magic.AlwaysInline;
import ristretto.magic.Memory;

/**
 * A place for one capability: the object that it names, what it allows, and where it stands in the derivation tree.
 * Slots lie in a {@link CapTable}, or belong to the {@link Thread} or {@link InterruptLine} that holds a capability
 * itself.
 *
 * <p>An empty slot has a null object and no links. 64 bytes, so that a table finds its slots by a shift.
 */
public final class Slot {
    public static final int SHIFT = 6;
    public static final long BYTES = 1L << SHIFT;

    /** Where a slot lies, which is what its emptying means. */
    static final int IN_TABLE = 0;

    static final int OF_THREAD_SPACE = 1;
    static final int OF_THREAD_TABLE = 2;
    static final int OF_THREAD_FAULTS = 3;
    static final int OF_LINE = 4;

    private static final int KEY_TYPE_BITS = 4;
    private static final int KEY_TYPES = (1 << KEY_TYPE_BITS) - 1;

    KernelObject object;
    Slot parent;
    Slot firstChild;
    Slot nextSibling;
    Slot previousSibling;

    /** Endpoint, Notification: the badge. Frame: where this capability is mapped, see {@link Mapping}. */
    long badge;

    int place;

    /** Type of the object and rights in one word, so that the fast path checks both at once; 0: empty. */
    int key;

    /** The key of a capability for an object of this type with these rights. */
    static int key(int type, int rights) {
        return type | rights << KEY_TYPE_BITS;
    }

    int rights() {
        return key >> KEY_TYPE_BITS;
    }

    /** Whether it holds an object of this type, with at least this one right. */
    @AlwaysInline
    boolean allows(int type, int right) {
        return (key & key(KEY_TYPES, right)) == key(type, right);
    }

    static Slot at(long address, int place) {
        Slot slot = Memory.place(Slot.class, address);
        slot.place = place;
        return slot;
    }

    /** Fills this empty slot; a null parent makes it a root of the tree. */
    void fill(KernelObject target, int allowed, long mark, Slot source) {
        object = target;
        badge = mark;
        key = key(target.type, allowed);
        target.capabilities++;
        if (source != null) {
            linkUnder(source);
        }
    }

    void linkUnder(Slot source) {
        parent = source;
        previousSibling = null;
        nextSibling = source.firstChild;
        if (nextSibling != null) {
            nextSibling.previousSibling = this;
        }
        source.firstChild = this;
    }

    /** Takes this slot, whose children stay with it, out of its parent's list. */
    void unlink() {
        if (previousSibling != null) {
            previousSibling.nextSibling = nextSibling;
        } else if (parent != null) {
            parent.firstChild = nextSibling;
        }
        if (nextSibling != null) {
            nextSibling.previousSibling = previousSibling;
        }
        parent = null;
        nextSibling = null;
        previousSibling = null;
    }

    /** Hands the first child to this slot's parent; with none it becomes a root of the tree. */
    void handOverFirstChild() {
        Slot child = firstChild;
        Slot heir = parent;
        child.unlink();
        if (heir != null) {
            child.linkUnder(heir);
        }
    }

    /** Moves this capability to an empty slot. The children follow one by one, see {@link #adoptFirstChildOf}. */
    void moveTo(Slot destination) {
        destination.object = object;
        destination.badge = badge;
        destination.key = key;
        destination.parent = parent;
        destination.nextSibling = nextSibling;
        destination.previousSibling = previousSibling;
        if (previousSibling != null) {
            previousSibling.nextSibling = destination;
        } else if (parent != null) {
            parent.firstChild = destination;
        }
        if (nextSibling != null) {
            nextSibling.previousSibling = destination;
        }
        parent = null;
        nextSibling = null;
        previousSibling = null;
        empty();
    }

    /** Forgets what it holds; the links are unlinked already. */
    void empty() {
        object = null;
        badge = 0;
        key = 0;
    }

    void adoptFirstChildOf(Slot other) {
        Slot child = other.firstChild;
        child.unlink();
        child.linkUnder(this);
    }
}
