package ristretto.sdk.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.Operation;
import ristretto.magic.CallRegisters;
import ristretto.sdk.Capability;

/** A table of capabilities: the authority of a process, seen from whoever may change it. */
public final class CapTable extends Capability {

    public CapTable(int slot) {
        super(slot);
    }

    /** Copies a capability of {@code source} into a free slot of this table, with at most these rights. */
    public void copy(int slot, CapTable source, int sourceSlot, int rights) {
        invoke("table copy", Operation.TABLE_COPY, slot, source.slot(), sourceSlot, rights, 0, 0);
    }

    /** As {@link #copy}, with a badge, which the kernel delivers with each message or signal sent through it. */
    public void mint(int slot, CapTable source, int sourceSlot, int rights, long badge) {
        invoke("table mint", Operation.TABLE_MINT, slot, source.slot(), sourceSlot, rights, badge, 0);
    }

    public void delete(int slot) {
        invoke("table delete", Operation.TABLE_DELETE, slot);
    }

    /** Deletes all that was derived from the capability in this slot, but not itself. */
    public void revoke(int slot) {
        invoke("table revoke", Operation.TABLE_REVOKE, slot);
    }

    /** What lies in a slot, which must be one of the table; null: nothing. */
    public CapabilityView inspect(int slot) {
        CallRegisters r = registers();
        r.a0 = slot;
        int status = attempt(Operation.TABLE_INSPECT);
        if (status == ErrorCode.NO_CAPABILITY) {
            return null;
        }
        if (status != ErrorCode.OK) {
            throw refused("table inspect");
        }
        return new CapabilityView((int) r.a0, (int) r.a1, r.a2, r.a3, r.a4, r.a5);
    }
}
