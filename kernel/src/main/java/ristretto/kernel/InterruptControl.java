package ristretto.kernel;

import ristretto.abi.ObjectType;

/** The right to hand out interrupt lines. There is one, made at build time; it is never destroyed. */
public final class InterruptControl extends KernelObject {
    InterruptControl() {
        type = ObjectType.INTERRUPT_CONTROL;
    }
}
