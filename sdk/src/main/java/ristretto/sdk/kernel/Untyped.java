package ristretto.sdk.kernel;

import ristretto.abi.Operation;
import ristretto.sdk.Capability;

/**
 * Memory that can become kernel objects. Whoever revokes its capability destroys all that was made of it, and may start
 * again.
 */
public final class Untyped extends Capability {

    public Untyped(int slot) {
        super(slot);
    }

    /**
     * Makes objects.
     *
     * @param type of {@link ristretto.abi.ObjectType}
     * @param size UNTYPED and FRAME: bytes; CAP_TABLE: slots; else 0
     * @param table that receives the capabilities, from {@code firstSlot} on
     */
    public void retype(int type, long size, CapTable table, int firstSlot, int count) {
        invoke("untyped retype", Operation.UNTYPED_RETYPE, type, size, table.slot(), firstSlot, count, 0);
    }

    public long bytes() {
        invoke("untyped inspect", Operation.UNTYPED_INSPECT);
        return registers().a0;
    }

    public long freeBytes() {
        invoke("untyped inspect", Operation.UNTYPED_INSPECT);
        return registers().a2;
    }
}
