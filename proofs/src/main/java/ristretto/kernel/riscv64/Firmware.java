package ristretto.kernel.riscv64;

import ristretto.kernel.Kernel;
import ristretto.proofs.Any;

/** What starts the kernel in a proof: all of it, with the sizes that systems have. */
public final class Firmware {
    /** Answers the frame of the thread to go on with. */
    public static long start() {
        return Boot.start(Any.word(), Any.word());
    }

    public static Kernel kernel() {
        return Trap.KERNEL;
    }

    private Firmware() {}
}
