package ristretto.compiler.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ristretto.compiler.link.DwarfFunctions.Method;
import ristretto.compiler.link.TraceFunction.InlinedBody;
import ristretto.compiler.link.TraceFunction.Row;
import ristretto.magic.TraceTable;

/** Writes the table that {@link TraceTable} reads, in the format that it describes, from a linked image's debug information. */
public final class TraceTableBuilder {
    private static final int OFFSET_BYTES = 4;
    private static final int HALFWORD = 2;

    private final List<TraceFunction> functions;
    private final TraceNames names = new TraceNames();
    private final TreeMap<Method, Integer> lowestLines = new TreeMap<>(TraceNames.BY_CLASS);
    private final Map<Method, Integer> methodNumbers = new HashMap<>();
    private final ByteWriter content = new ByteWriter();

    private TraceTableBuilder(List<TraceFunction> functions) {
        this.functions = functions;
        for (TraceFunction function : functions) {
            function.forEachLine((method, line) -> lowestLines.merge(method, line, Math::min));
        }
        for (Method method : lowestLines.keySet()) {
            names.add(method);
            methodNumbers.put(method, methodNumbers.size());
        }
    }

    /** @param elfWithDebugInformation linked, with DWARF 4; code without debug information is not in the table */
    public static byte[] build(byte[] elfWithDebugInformation) {
        ElfImage elf = new ElfImage(elfWithDebugInformation);
        return new TraceTableBuilder(TraceFunction.read(elf)).write();
    }

    private byte[] write() {
        long start = functions.isEmpty() ? 0 : functions.getFirst().start();
        long end = functions.isEmpty() ? 0 : functions.getLast().end();
        int groups = TraceTable.HEADER_BYTES;
        int methods = groups + groupsOf(functions.size()) * 2 * OFFSET_BYTES;
        int strings = methods + groupsOf(lowestLines.size()) * OFFSET_BYTES;
        int first = strings + groupsOf(names.size()) * OFFSET_BYTES;

        ByteWriter index = new ByteWriter();
        writeFunctions(index, first, start);
        writeMethods(index, first);
        names.write(index, content, first);

        int bytes = first + content.size();
        ByteWriter table = new ByteWriter();
        table.write4(TraceTable.MAGIC_VALUE).write4(bytes + 7 & -8).write8(start).write4((int) (end - start));
        table.write4(functions.size()).write4(groups).write4(methods).write4(strings).write4(0);
        return table.write(index.toBytes()).write(content.toBytes()).align(8).toBytes();
    }

    static int groupsOf(int count) {
        return (count + TraceTable.GROUP - 1) / TraceTable.GROUP;
    }

    private void writeFunctions(ByteWriter index, int first, long codeStart) {
        long end = codeStart;
        for (int i = 0; i < functions.size(); i++) {
            TraceFunction function = functions.get(i);
            if (i % TraceTable.GROUP == 0) {
                end = function.start();
                index.write4((int) (end - codeStart) / HALFWORD).write4(first + content.size());
            }
            byte[] record = record(function);
            content.writeLeb((int) (function.start() - end) / HALFWORD);
            content.writeLeb((int) (function.end() - function.start()) / HALFWORD);
            content.writeLeb(record.length).write(record);
            end = function.end();
        }
    }

    private byte[] record(TraceFunction function) {
        ByteWriter writer = new ByteWriter();
        List<InlinedBody> bodies = function.bodies();
        writer.writeLeb(methodNumbers.get(bodies.getFirst().method())).writeLeb(bodies.size() - 1);
        for (InlinedBody body : bodies.subList(1, bodies.size())) {
            writer.writeLeb(body.around()).writeLeb(methodNumbers.get(body.method()));
            writer.writeLeb(body.callLine() - lowestLine(bodies, body.around()));
        }
        Row last = new Row(0, 0, lowestLine(bodies, 0));
        for (Row row : function.rows()) {
            int step = (row.offset() - last.offset()) / HALFWORD;
            int line = row.line() - lowestLine(bodies, row.body());
            int lines = row.line() - last.line() + TraceTable.LINES_BACK;
            boolean sameBody = row.body() == last.body();
            boolean lineFits = lines >= 0 && lines < TraceTable.FIRST_OTHER_BODY / 16;
            if (row.equals(last)) {
                continue;
            }
            if (sameBody && lineFits && step >= 1 && step <= 16) {
                writer.write1(lines * 16 + step - 1);
            } else {
                int code = sameBody ? TraceTable.FIRST_SAME_BODY : TraceTable.FIRST_OTHER_BODY;
                writer.write1(code + Math.min(step, TraceTable.LONG_STEP));
                if (step >= TraceTable.LONG_STEP) {
                    writer.writeLeb(step);
                }
                if (!sameBody) {
                    writer.writeLeb(row.body());
                }
                writer.writeLeb(line);
            }
            last = row;
        }
        return writer.toBytes();
    }

    private int lowestLine(List<InlinedBody> bodies, int body) {
        return lowestLines.get(bodies.get(body).method());
    }

    private void writeMethods(ByteWriter index, int first) {
        int lastClass = 0;
        int number = 0;
        for (Map.Entry<Method, Integer> entry : lowestLines.entrySet()) {
            Method method = entry.getKey();
            if (number++ % TraceTable.GROUP == 0) {
                index.write4(first + content.size());
                lastClass = 0;
            }
            int type = names.classNumber(method);
            int file = names.fileNumber(method);
            content.writeLeb((type - lastClass) * 2 + (file < 0 ? 0 : 1));
            if (file >= 0) {
                content.writeLeb(file);
            }
            content.writeLeb(names.nameNumber(method)).writeLeb(entry.getValue());
            lastClass = type;
        }
    }
}
