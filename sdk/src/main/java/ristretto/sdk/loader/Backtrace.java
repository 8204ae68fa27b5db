package ristretto.sdk.loader;

import ristretto.magic.TraceTable;
import ristretto.sdk.Utf8;

/**
 * Where a stopped thread is, in one line: methods with file and line, the innermost first. Frames are chained by the
 * frame pointer: the return address lies below it at 8, the caller's frame pointer at 16.
 *
 * <p>A method that calls nothing has no frame; then its caller is known by the return address register only. That
 * register may also be left over from a call that has returned, but then it points into the very method that is
 * running, or into a piece of it that the compiler has made a function of.
 */
public final class Backtrace {
    /** Reads the stopped thread's stack. */
    public interface Stack {
        /** The word at this address; 0 where there is no stack. */
        long word(long address);
    }

    private static final int MOST_LINES = 8;
    /** First character of a class's name whose frames are of no interest to the author of a program. */
    private static final char HIDDEN = '!';

    private final long table;
    private final StringBuilder text = new StringBuilder();
    private int lines;

    private Backtrace(long table) {
        this.table = table;
    }

    /** Answers "" where the table (0: none) knows nothing about the thread's instructions. */
    public static String of(long table, long programCounter, long framePointer, long returnAddress, Stack stack) {
        if (table == 0 || !TraceTable.isPresent(table)) {
            return "";
        }
        Backtrace trace = new Backtrace(table);
        trace.walk(programCounter, framePointer, returnAddress, stack);
        return trace.text.toString();
    }

    private void walk(long programCounter, long framePointer, long returnAddress, Stack stack) {
        long innermost = TraceTable.find(table, programCounter);
        long caller = TraceTable.find(table, returnAddress - 1);
        append(innermost);
        long fp = framePointer;
        boolean leaf = !outermost(innermost).equals(outermost(caller)) && returnAddress != stack.word(fp - 8);
        if (leaf) {
            append(caller);
        }
        while (fp != 0 && lines <= MOST_LINES) {
            append(TraceTable.find(table, stack.word(fp - 8) - 1));
            long next = stack.word(fp - 16);
            fp = next > fp ? next : 0;
        }
    }

    /** The last one that is not hidden of those whose code, inlined, is at this place; "": there is none. */
    private String outermost(long innermost) {
        long last = 0;
        for (long frame = innermost; frame != 0; frame = TraceTable.caller(table, frame)) {
            if (TraceTable.classByte(table, frame, 0) != HIDDEN) {
                last = frame;
            }
        }
        return last == 0 ? "" : name(last);
    }

    /** All methods whose code, inlined, is at this place, but for those that the compiler marks as hidden. */
    private void append(long innermost) {
        for (long frame = innermost; frame != 0; frame = TraceTable.caller(table, frame)) {
            if (TraceTable.classByte(table, frame, 0) == HIDDEN) {
                continue;
            }
            lines++;
            if (lines > MOST_LINES) {
                text.append(lines == MOST_LINES + 1 ? " < ..." : "");
                return;
            }
            text.append(text.isEmpty() ? "" : " < ").append(describe(frame));
        }
    }

    private String describe(long frame) {
        byte[] file = new byte[TraceTable.fileLength(table, frame)];
        for (int i = 0; i < file.length; i++) {
            file[i] = (byte) TraceTable.fileByte(table, frame, i);
        }
        return name(frame) + '(' + Utf8.decode(file, 0, file.length) + ':' + TraceTable.line(frame) + ')';
    }

    private String name(long frame) {
        byte[] type = new byte[TraceTable.classLength(table, frame)];
        int start = 0;
        for (int i = 0; i < type.length; i++) {
            type[i] = (byte) TraceTable.classByte(table, frame, i);
            if (type[i] == '.') {
                start = i + 1;
            }
        }
        byte[] method = new byte[TraceTable.methodLength(table, frame)];
        for (int i = 0; i < method.length; i++) {
            method[i] = (byte) TraceTable.methodByte(table, frame, i);
        }
        return Utf8.decode(type, start, type.length - start) + '.' + Utf8.decode(method, 0, method.length);
    }
}
