package ristretto.compiler.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import ristretto.compiler.link.DwarfFunctions.Body;
import ristretto.compiler.link.DwarfFunctions.Method;
import ristretto.compiler.link.DwarfFunctions.Range;

/**
 * What a trace can say about one stretch of machine code: which method it is, which methods were inlined into it, and method and
 * line at each instruction where a frame can stand. Lines that are unknown are those of the instruction before. Hidden methods are
 * left out; what is inlined into one counts as called by the method around it, or as a function of its own if there is none.
 */
final class TraceFunction {
    /** @param around index of the body that calls it; 0 is the function itself, which has none */
    record InlinedBody(int around, Method method, int callLine) {}

    /** From here on (bytes from the function's start) this line of this body. */
    record Row(int offset, int body, int line) {}

    /** A body at an instruction, and the line of it where the next inner one is called, or the instruction stands. */
    private record Frame(Body body, int line) {}

    private final Body function;
    private final long start;
    private long end;
    private final List<InlinedBody> bodies = new ArrayList<>();
    private final Map<Body, Integer> numbers = new IdentityHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private TraceFunction(Body function, long start) {
        this.function = function;
        this.start = unit(start);
        bodies.add(new InlinedBody(0, function.method(), 0));
        numbers.put(function, 0);
    }

    /** The functions of an image, by address. Memory accesses count if {@code everyAccess}, or if they have a column. */
    static List<TraceFunction> read(ElfImage elf, MachineCode machine, boolean everyAccess) {
        byte[] code = elf.section(".text");
        long codeStart = elf.sectionAddress(".text");
        List<TraceFunction> functions = new ArrayList<>();
        for (Body body : DwarfFunctions.read(elf)) {
            for (Range range : body.ranges()) {
                List<Long> addresses = machine.places(body, range, code, codeStart, everyAccess);
                divide(body, range, addresses, functions);
            }
        }
        functions.removeIf(function -> function.start == function.end);
        functions.sort(Comparator.comparing(TraceFunction::start, Long::compareUnsigned));
        return functions;
    }

    /** A function begins where the outermost method that is not hidden changes. */
    private static void divide(Body body, Range range, List<Long> addresses, List<TraceFunction> functions) {
        TraceFunction current = null;
        boolean first = true;
        for (long address : addresses) {
            List<Frame> frames = frames(body, address);
            Body outermost = frames.isEmpty() ? null : frames.getFirst().body();
            if (current != null && current.function != outermost) {
                current.end = unit(address);
                current = null;
            }
            if (outermost != null) {
                if (current == null) {
                    current = new TraceFunction(outermost, first ? range.low() : address);
                    functions.add(current);
                }
                current.addRow(address, frames);
            }
            first = false;
        }
        if (current != null) {
            current.end = unit(range.high());
        }
    }

    /** The bodies at an instruction that are not hidden, outermost first. */
    private static List<Frame> frames(Body function, long address) {
        List<Frame> frames = new ArrayList<>();
        for (Body body = function; body != null; ) {
            Body inner = inlinedAt(body, address);
            if (body.method().name().charAt(0) != TraceTableBuilder.HIDDEN) {
                int line = inner == null ? body.lines().position(address).line() : inner.callLine();
                frames.add(new Frame(body, line));
            }
            body = inner;
        }
        return frames;
    }

    private static Body inlinedAt(Body body, long address) {
        for (Body inlined : body.inlined()) {
            for (Range part : inlined.ranges()) {
                if (part.contains(address)) {
                    return inlined;
                }
            }
        }
        return null;
    }

    private void addRow(long address, List<Frame> frames) {
        int body = 0;
        for (int i = 1; i < frames.size(); i++) {
            int around = body;
            int callLine = frames.get(i - 1).line();
            body = numbers.computeIfAbsent(frames.get(i).body(), inlined -> {
                bodies.add(new InlinedBody(around, inlined.method(), callLine));
                return bodies.size() - 1;
            });
        }
        int line = frames.getLast().line();
        Row last = rows.isEmpty() ? null : rows.getLast();
        if (line == 0) {
            line = last != null && last.body() == body
                    ? last.line()
                    : bodies.get(body).method().line();
        }
        if (last == null) {
            rows.add(new Row(0, body, line));
        } else if (last.body() != body || last.line() != line) {
            rows.add(new Row((int) (unit(address) - start), body, line));
        }
    }

    /**
     * The table counts in halfwords. Rounded up, an instruction that begins at an odd address is still found by the last byte of a call: a
     * call has at least two.
     */
    private static long unit(long address) {
        return address + 1 & -2;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    /** The function itself first. */
    List<InlinedBody> bodies() {
        return bodies;
    }

    /** The first at offset 0. */
    List<Row> rows() {
        return rows;
    }

    /** Calls {@code action} with each method and each line in it that occurs; each body has at least one. */
    void forEachLine(BiConsumer<Method, Integer> action) {
        action.accept(function.method(), function.method().line());
        for (Row row : rows) {
            action.accept(bodies.get(row.body()).method(), row.line());
        }
        for (InlinedBody body : bodies.subList(1, bodies.size())) {
            action.accept(bodies.get(body.around()).method(), body.callLine());
        }
    }
}
