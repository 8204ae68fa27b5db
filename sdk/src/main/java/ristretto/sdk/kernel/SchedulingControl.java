package ristretto.sdk.kernel;

import ristretto.abi.Operation;
import ristretto.magic.CallRegisters;
import ristretto.sdk.Capability;

/** The right to give processor time. */
public final class SchedulingControl extends Capability {

    public SchedulingControl(int slot) {
        super(slot);
    }

    /** From now on the scheduling context in this slot has so much time per period. */
    public void configure(int schedulingContext, long budgetNs, long periodNs) {
        invoke("scheduling configure", Operation.SCHEDULING_CONFIGURE, schedulingContext, budgetNs, periodNs);
    }

    public MachineView inspect() {
        invoke("scheduling inspect", Operation.SCHEDULING_INSPECT);
        CallRegisters r = registers();
        return new MachineView(r.a0, r.a1, r.a2, r.a3, r.a4);
    }
}
