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
 * What a trace can say about one function of machine code: which methods were inlined into it, and method and line at each instruction where a frame
 * can stand. Lines that are unknown are those of the instruction before.
 */
final class TraceFunction {
    /** @param around index of the body that calls it; 0 is the function itself, which has none */
    record InlinedBody(int around, Method method, int callLine) {}

    /** From here on (bytes from the function's start) this line of this body. */
    record Row(int offset, int body, int line) {}

    private final Range range;
    private final Body function;
    private final List<InlinedBody> bodies = new ArrayList<>();
    private final Map<Body, Integer> numbers = new IdentityHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private TraceFunction(Range range, Body function) {
        this.range = range;
        this.function = function;
        bodies.add(new InlinedBody(0, function.method(), 0));
    }

    /** The functions of an image, by address. Memory accesses count if {@code everyAccess}, or if they have a column. */
    static List<TraceFunction> read(ElfImage elf, boolean everyAccess) {
        byte[] code = elf.section(".text");
        long codeStart = elf.sectionAddress(".text");
        List<TraceFunction> functions = new ArrayList<>();
        for (Body body : DwarfFunctions.read(elf)) {
            for (Range range : body.ranges()) {
                TraceFunction function = new TraceFunction(range, body);
                function.readRows(code, codeStart, everyAccess);
                functions.add(function);
            }
        }
        functions.sort(Comparator.comparing(TraceFunction::start, Long::compareUnsigned));
        return functions;
    }

    private void readRows(byte[] code, long codeStart, boolean everyAccess) {
        ByteCursor cursor = new ByteCursor(code, (int) (range.low() - codeStart));
        int end = (int) (range.high() - codeStart);
        while (cursor.position() < end) {
            int position = cursor.position();
            int instruction = cursor.read2();
            if (Riscv64Code.length(instruction) == 4) {
                instruction |= cursor.read2() << 16;
            }
            long address = codeStart + position;
            boolean mayFault = everyAccess || function.lines().position(address).column() != 0;
            if (Riscv64Code.callsOrTraps(instruction) || mayFault && Riscv64Code.accessesMemory(instruction)) {
                addRow(address);
            }
        }
        if (rows.isEmpty()) {
            addRow(range.low());
        }
    }

    private void addRow(long address) {
        int body = bodyAt(address);
        int line = function.lines().position(address).line();
        Row last = rows.isEmpty() ? null : rows.getLast();
        if (line == 0) {
            line = last != null && last.body() == body ? last.line() : bodies.get(body).method().line();
        }
        if (last == null) {
            rows.add(new Row(0, body, line));
        } else if (last.body() != body || last.line() != line) {
            rows.add(new Row((int) (address - range.low()), body, line));
        }
    }

    private int bodyAt(long address) {
        int number = 0;
        for (Body body = inlinedAt(function, address); body != null; body = inlinedAt(body, address)) {
            int around = number;
            number = numbers.computeIfAbsent(body, one -> {
                bodies.add(new InlinedBody(around, one.method(), one.callLine()));
                return bodies.size() - 1;
            });
        }
        return number;
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

    long start() {
        return range.low();
    }

    long end() {
        return range.high();
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
