package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.magic.AlwaysInline;
import ristretto.magic.LoopBound;
import ristretto.magic.Memory;

/** A process's capabilities, by slot number. The slots lie directly behind the table. */
public final class CapTable extends KernelObject {
    static final int MAXIMUM_SLOTS = 4096;

    int size;

    /** While it is being destroyed: slots below are empty already. */
    int cleared;

    static long bytes(int size) {
        return Memory.sizeOf(CapTable.class) + size * Slot.BYTES;
    }

    @LoopBound(value = MAXIMUM_SLOTS, reason = "largest table")
    /** In memory that is zero where the slots are to be. */
    static CapTable create(long descriptor, int size) {
        CapTable table = Memory.place(CapTable.class, descriptor);
        table.type = ObjectType.CAP_TABLE;
        table.size = size;
        for (int i = 0; i < size; i++) {
            Memory.bare(Slot.class, descriptor + Memory.sizeOf(CapTable.class) + i * Slot.BYTES);
        }
        return table;
    }

    @AlwaysInline
    boolean holds(long index) {
        return (index ^ Long.MIN_VALUE) < (size ^ Long.MIN_VALUE);
    }

    /** The slot of a checked number. */
    @AlwaysInline
    Slot slot(long index) {
        return Memory.objectAt(
                Slot.class, Memory.addressOf(this) + Memory.sizeOf(CapTable.class) + (index << Slot.SHIFT));
    }

    /** The object in a slot; null: no such slot, or empty. */
    KernelObject objectIn(long index) {
        return holds(index) ? slot(index).object : null;
    }

    @LoopBound(value = MAXIMUM_SLOTS, reason = "largest table")
    void release() {
        for (int i = 0; i < size; i++) {
            Memory.forget(slot(i));
        }
        Memory.destroy(this);
    }
}
