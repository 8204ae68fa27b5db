package ristretto.sdk.kernel;

import ristretto.abi.Operation;
import ristretto.sdk.Capability;
import ristretto.sdk.InterruptLine;

/** The right to all interrupt lines. */
public final class InterruptControl extends Capability {

    public InterruptControl(int slot) {
        super(slot);
    }

    public InterruptLine line(int number, CapTable table, int slot) {
        invoke("interrupt get line", Operation.INTERRUPT_GET_LINE, number, table.slot(), slot);
        return new InterruptLine(slot);
    }
}
