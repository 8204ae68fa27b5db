package ristretto.compiler.time;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import ristretto.compiler.link.ElfImage;
import ristretto.compiler.link.LinkException;
import ristretto.compiler.link.SourcePlaces;
import ristretto.compiler.time.WorstCase.Step;

/**
 * How many instructions the kernel runs at most with interrupts off: from a trap, or from the end of a wait with nobody to run, until it leaves to a
 * process or waits again. What lets interrupts pass counts up to where it sees one. Boot and panics do not count.
 *
 * <p>Taken for granted: the bounds of loops that the kernel's methods are marked with; that memory is copied and cleared in pieces of at most
 * {@value #MOST_BYTES} bytes, at addresses that are multiples of 8.
 */
public final class KernelTime {
    /** One line of a longest path: a function or loop, where it is called or begins, how often, and how many instructions in all. */
    public record Line(int depth, String what, String place, long times, long instructions) {}

    /** @param lines the parts that take longest, each with those that it is made of */
    public record LongestPath(String entry, long instructions, List<Line> lines) {}

    public static final long MOST_BYTES = 16 << 10;

    /** Only panics call these: the machine ends. */
    private static final List<String> ENDS =
            List.of("ristretto/kernel/riscv64/Panic.", "ristretto/kernel/riscv64/Uart.await");

    private static final int SHOWN_SHARE = 20;

    /**
     * By bytes. memory.S: a turn for each 64, of 8 loads, 8 stores, 2 additions and a branch; before and behind it at most 7 words and 7 bytes.
     */
    private static final Map<String, LongUnaryOperator> ROUTINES = Map.of(
            "memcpy", bytes -> 130 + bytes / 64 * 19,
            "memmove", bytes -> 132 + bytes / 64 * 19,
            "memset", bytes -> 102 + bytes / 64 * 10);

    private final CodeReader code;
    private final SourcePlaces places;
    private final LoopBounds bounds;
    private final WorstCase worst;
    private final Map<String, Long> entries;

    /**
     * @param kernel with symbols and debug information
     * @param classes folders of the classes that it was made of
     */
    public KernelTime(ElfImage kernel, List<Path> classes) throws IOException {
        code = new CodeReader(kernel);
        places = new SourcePlaces(kernel);
        bounds = new LoopBounds(places, classes);
        worst = new WorstCase(code, bounds, this::isEnd, ROUTINES, block -> false);
        entries = Map.of("trap", kernel.symbol("trap_entry"), "wake", afterWait(kernel.symbol("idle")));
    }

    private boolean isEnd(long address) {
        String function = code.function(address);
        return ENDS.stream().anyMatch(function::startsWith);
    }

    /** The instruction behind the first {@code wfi} from here. */
    private long afterWait(long from) {
        long at = from;
        while (code.at(at).kind() != Instruction.Kind.LEAVE) {
            at = code.at(at).next();
        }
        return code.at(at).next();
    }

    /** The longest path from each way in, the longest first. */
    public List<LongestPath> paths() {
        List<LongestPath> paths = new ArrayList<>();
        entries.forEach((name, address) -> {
            Step step = worst.from(address);
            if (step == null) {
                throw new LinkException("no way out of the kernel from " + name);
            }
            List<Line> lines = new ArrayList<>();
            describe(step, 0, step.instructions() / SHOWN_SHARE, lines);
            paths.add(new LongestPath(name, step.instructions(), lines));
        });
        paths.sort((a, b) -> Long.compare(b.instructions(), a.instructions()));
        return paths;
    }

    /** The longest path from a trap until the kernel is left, in instructions, through what is selected. */
    public long through(Selection selection) {
        WorstCase selected = new WorstCase(
                code,
                bounds,
                this::isEnd,
                ROUTINES,
                block -> selection.leavesOut(block, instruction -> places.at(instruction.address())));
        Step step = selected.from(entries.get("trap"));
        if (step == null) {
            throw new LinkException("the selection leaves no way through the kernel");
        }
        return step.instructions();
    }

    /** The longest path from a function's entry to its end; -1: it does not end. */
    public long under(String function, ElfImage kernel) {
        Step step = worst.from(kernel.symbol(function));
        return step == null ? -1 : step.instructions();
    }

    private void describe(Step step, int depth, long least, List<Line> lines) {
        lines.add(new Line(depth, readable(step.what()), place(step.at()), step.times(), step.instructions()));
        for (Step part : step.parts()) {
            if (part.instructions() * step.times() >= least) {
                describe(part, depth + 1, least, lines);
            }
        }
    }

    private static String readable(String symbol) {
        int parameters = symbol.indexOf('(');
        String name = parameters < 0 ? symbol : symbol.substring(0, parameters);
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private String place(long address) {
        List<SourcePlaces.Place> chain = places.at(address);
        if (chain.isEmpty()) {
            return "0x" + Long.toHexString(address);
        }
        SourcePlaces.Place last = chain.getLast();
        return last.file() + ":" + last.line();
    }
}
