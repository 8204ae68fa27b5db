package ristretto.kernel.riscv64;

import ristretto.kernel.Audit;
import ristretto.magic.Export;

/** What the debug build's assembly calls at every way out of the kernel. */
final class DebugBuild {
    private static final Audit AUDIT = new Audit(Trap.KERNEL);

    /** A broken invariant is the end, and the end names it, with the type and the address of what is at fault. */
    @Export("kernel_check")
    static void check() {
        byte[] broken = AUDIT.check();
        if (broken != null) {
            Panic.stop(broken, AUDIT.type(), AUDIT.address());
        }
    }

    private DebugBuild() {}
}
