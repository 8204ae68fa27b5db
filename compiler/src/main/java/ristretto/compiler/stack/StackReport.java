package ristretto.compiler.stack;

import java.util.List;
import ristretto.compiler.CompiledModule;
import ristretto.compiler.link.ElfImage;
import ristretto.compiler.stack.StackDepth.Depth;

/** How much stack each entry point of a riscv64 image needs, for people. */
public final class StackReport {
    private static final int LONGEST_CHAIN = 6;

    /**
     * A line for each entry point: its name, the bytes or {@code unbounded}, and why.
     *
     * @param withSymbols the linked image
     */
    public static String of(CompiledModule module, byte[] withSymbols) {
        return of(module, StackDepth.of(module, new ElfImage(withSymbols)));
    }

    /** The same for the kernel. */
    public static String ofKernel(CompiledModule module, byte[] withSymbols) {
        return of(module, KernelStacks.of(module, new ElfImage(withSymbols)));
    }

    private static String of(CompiledModule module, StackDepth depths) {
        StringBuilder text = new StringBuilder();
        for (String entry : module.entryPoints()) {
            Depth depth = depths.under(entry);
            text.append("%-24s %10s  %s%n"
                    .formatted(
                            readable(entry),
                            depth.isBounded() ? "%,d".formatted(depth.bytes()) : "unbounded",
                            depth.isBounded() ? deepest(depth.chain()) : "recurses: " + circle(depth.chain())));
        }
        return text.toString();
    }

    private static String deepest(List<String> chain) {
        return chain.isEmpty() ? "" : "deepest in " + readable(chain.getLast());
    }

    /** The end of the chain, from where it comes back to where it was. */
    private static String circle(List<String> chain) {
        List<String> circle = chain.subList(chain.indexOf(chain.getLast()), chain.size());
        if (circle.size() > LONGEST_CHAIN) {
            return readable(circle.getFirst()) + " -> " + readable(circle.get(1)) + " -> … -> "
                    + readable(circle.getLast());
        }
        return String.join(" -> ", circle.stream().map(StackReport::readable).toList());
    }

    private static String readable(String symbol) {
        int parameters = symbol.indexOf('(');
        return (parameters < 0 ? symbol : symbol.substring(0, parameters)).replace('/', '.');
    }

    private StackReport() {}
}
