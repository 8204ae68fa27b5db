package ristretto.compiler.stack;

import java.util.Map;
import ristretto.compiler.CompiledModule;
import ristretto.compiler.link.ElfImage;
import ristretto.compiler.link.LinkException;
import ristretto.compiler.stack.StackDepth.Depth;

/**
 * The kernel's stacks are as large as its assembly says; this holds them against what its code needs. The one circle of calls is that of a
 * check that fails while the kernel panics, and {@code Panic.begin} stops the machine when it comes a second time.
 */
public final class KernelStacks {
    private static final String PANIC = "ristretto/kernel/riscv64/Panic.";
    private static final String STOP = PANIC + "stop([BJJ)V";
    private static final String BEGIN = PANIC + "begin()V";
    private static final String HALT = PANIC + "halt()V";

    /** The stack, by the symbol at its low end, that an entry point of the kernel runs on. */
    private static final Map<String, String> STACKS = Map.of("kernel_panic", "panic_stack");

    private static final String USUAL = "kernel_stack";

    /** @throws LinkException if some entry point may need more than there is */
    public static void check(CompiledModule module, ElfImage kernel) {
        StackDepth depths = of(module, kernel);
        for (String entry : module.entryPoints()) {
            String stack = STACKS.getOrDefault(entry, USUAL);
            long bytes = kernel.symbol(stack + "_top") - kernel.symbol(stack);
            Depth depth = depths.under(entry);
            if (!depth.isBounded() || depth.bytes() > bytes) {
                throw new LinkException(stack + ": expected at most " + bytes + " bytes, "
                        + (depth.isBounded() ? "got " + depth.bytes() : "got recursion") + " in " + entry + ": "
                        + String.join(" -> ", depth.chain()));
            }
        }
    }

    static StackDepth of(CompiledModule module, ElfImage kernel) {
        StackDepth whilePanicking = StackDepth.of(module, kernel);
        long secondTime = whilePanicking.frame(STOP) + whilePanicking.frame(BEGIN) + whilePanicking.frame(HALT);
        whilePanicking.assume(STOP, secondTime);
        Depth panic = whilePanicking.under(STOP);
        StackDepth depths = StackDepth.of(module, kernel);
        if (panic.isBounded()) {
            depths.assume(STOP, panic.bytes());
        }
        return depths;
    }

    private KernelStacks() {}
}
