package ristretto.tool.command;

import picocli.CommandLine.Option;
import ristretto.tool.image.KernelKind;

/** {@code --debug-kernel}: the kernel checks all its invariants at every way out of it. */
final class DebugKernelOption {
    @Option(
            names = "--debug-kernel",
            description = "Boot the kernel's debug build: it checks all its invariants whenever it leaves to a process,"
                    + " and panics where one is broken. Slow.")
    private boolean present;

    KernelKind kind() {
        return present ? KernelKind.DEBUG : KernelKind.SHIPPED;
    }
}
