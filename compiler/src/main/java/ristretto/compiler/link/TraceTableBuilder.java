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
    /** First character of the name of a method that no trace shows. */
    public static final char HIDDEN = '!';

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

    /**
     * @param elfWithDebugInformation linked, with DWARF 4; code without debug information is not in the table
     * @param everyAccess whether lines are exact at every access to memory, or only at calls, instructions that always trap, and accesses whose
     *     location in the IR has a column other than 0; elsewhere they are those of such an instruction before
     */
    public static byte[] build(byte[] elfWithDebugInformation, MachineCode machine, boolean everyAccess) {
        ElfImage elf = new ElfImage(elfWithDebugInformation);
        return new TraceTableBuilder(TraceFunction.read(elf, machine, everyAccess)).write();
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
        table.write4(TraceTable.MAGIC_VALUE)
                .write4(bytes + 7 & -8)
                .write8(start)
                .write4((int) (end - start));
        table.write4(functions.size())
                .write4(groups)
                .write4(methods)
                .write4(strings)
                .write4(0);
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
            int gap = (int) (function.start() - end) / HALFWORD;
            content.writeLeb((int) (function.end() - function.start()) / HALFWORD * 2 + (gap == 0 ? 0 : 1));
            if (gap != 0) {
                content.writeLeb(gap);
            }
            content.writeLeb(record.length).write(record);
            end = function.end();
        }
    }

    private byte[] record(TraceFunction function) {
        ByteWriter writer = new ByteWriter();
        List<InlinedBody> bodies = function.bodies();
        writer.writeLeb(methodNumbers.get(bodies.getFirst().method())).writeLeb(bodies.size() - 1);
        for (int number = 1; number < bodies.size(); number++) {
            InlinedBody body = bodies.get(number);
            int method = methodNumbers.get(body.method()) * TraceTable.AROUND_KINDS;
            if (body.around() == 0) {
                writer.writeLeb(method + TraceTable.AROUND_FUNCTION);
            } else if (body.around() == number - 1) {
                writer.writeLeb(method + TraceTable.AROUND_PREVIOUS);
            } else {
                writer.writeLeb(method + TraceTable.AROUND_OTHER).writeLeb(body.around());
            }
            writer.writeLeb(body.callLine() - lowestLine(bodies, body.around()));
        }
        Row last = new Row(0, 0, lowestLine(bodies, 0));
        int highest = 0;
        for (Row row : function.rows()) {
            if (!row.equals(last)) {
                writeRow(writer, row, last, highest, bodies);
            }
            highest = Math.max(highest, row.body());
            last = row;
        }
        return writer.toBytes();
    }

    private void writeRow(ByteWriter writer, Row row, Row last, int highest, List<InlinedBody> bodies) {
        int step = (row.offset() - last.offset()) / HALFWORD;
        int lines = row.line() - last.line();
        int kind = TraceTable.FAR;
        if (row.body() == highest + 1) {
            kind = TraceTable.NEXT_BODY;
        } else if (row.body() != last.body()) {
            kind = row.body() == bodies.get(last.body()).around() ? TraceTable.BODY_AROUND : TraceTable.OTHER_BODY;
        } else if (lines >= 1 && lines <= TraceTable.NEXT_BODY) {
            kind = lines - 1;
        }
        boolean nearLine = lines >= -TraceTable.LINES_BACK && lines < TraceTable.LINE_FOLLOWS - TraceTable.LINES_BACK;
        int rest = step < TraceTable.STEPS ? step : 0;
        if (kind == TraceTable.FAR) {
            rest = nearLine ? lines + TraceTable.LINES_BACK : TraceTable.LINE_FOLLOWS;
        }
        writer.write1(kind * TraceTable.STEPS + rest);
        if (kind == TraceTable.FAR || rest == 0) {
            writer.writeLeb(step);
        }
        if (kind == TraceTable.OTHER_BODY) {
            writer.writeLeb(row.body());
        }
        if (kind >= TraceTable.NEXT_BODY && (kind != TraceTable.FAR || !nearLine)) {
            writer.writeLeb(row.line() - lowestLine(bodies, row.body()));
        }
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
