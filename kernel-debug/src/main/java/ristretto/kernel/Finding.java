package ristretto.kernel;

import ristretto.magic.Memory;

/** The first invariant that was found broken, and where. Those that are found after it may follow from it. */
final class Finding {
    /** Null: none is broken. */
    byte[] text;

    /** An {@code ObjectType}, or 0. */
    long type;

    /** Of the object, or slot, that is at fault. */
    long address;

    void must(boolean holds, byte[] invariant, KernelObject object) {
        if (!holds && text == null) {
            text = invariant;
            type = object == null ? 0 : object.type;
            address = Memory.addressOf(object);
        }
    }

    void must(boolean holds, byte[] invariant, Slot slot) {
        if (!holds && text == null) {
            text = invariant;
            type = slot.object == null ? 0 : slot.object.type;
            address = Memory.addressOf(slot);
        }
    }
}
