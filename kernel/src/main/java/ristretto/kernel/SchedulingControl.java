package ristretto.kernel;

import ristretto.abi.ObjectType;

/** The right to hand out processor time. There is one, made at build time; it is never destroyed. */
public final class SchedulingControl extends KernelObject {
    SchedulingControl() {
        type = ObjectType.SCHEDULING_CONTROL;
    }
}
