package ristretto.kernel;

import ristretto.abi.ObjectType;

/** The right to write to the kernel's own log. There is one, made at build time; it is never destroyed. */
public final class KernelLog extends KernelObject {
    KernelLog() {
        type = ObjectType.KERNEL_LOG;
    }
}
