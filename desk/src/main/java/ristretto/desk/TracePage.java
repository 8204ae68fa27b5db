package ristretto.desk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ristretto.abi.UserLayout;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.TraceTable;

/**
 * A trace table (see {@link TraceTable}) by which whoever looks for a stopped process's instruction finds what its thread of the JVM is doing: the whole page that
 * an image is mapped to is one function, and all methods on the stack are inlined in it.
 */
final class TracePage {
    private static final int BYTES = (int) Sv39.PAGE;
    private static final int ROW_OF_A_BODY = 6 * TraceTable.STEPS;
    private static final int STRINGS_PER_FRAME = 3;
    /** So that all fits the page. */
    private static final int MOST_FRAMES = 12;

    private static final int LONGEST_NAME = 80;

    /** @param frames as {@link Thread#getStackTrace} answers them; only the innermost are told */
    static byte[] of(List<StackTraceElement> frames) {
        List<StackTraceElement> told =
                frames.subList(0, Math.min(frames.size(), MOST_FRAMES)).reversed();
        ByteBuffer page = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (told.isEmpty()) {
            return page.array();
        }
        page.position(TraceTable.HEADER_BYTES);
        int groups = page.position();
        page.putInt(0).putInt(groups + 8);
        function(page, told);
        int methods = table(page, methods(told));
        int strings = table(page, strings(told));
        page.putInt(TraceTable.MAGIC, TraceTable.MAGIC_VALUE).putInt(TraceTable.BYTES, page.position());
        page.putLong(TraceTable.CODE_START, UserLayout.IMAGE).putInt(TraceTable.CODE_BYTES, BYTES);
        page.putInt(TraceTable.FUNCTION_COUNT, 1).putInt(TraceTable.GROUPS, groups);
        page.putInt(TraceTable.METHODS, methods).putInt(TraceTable.STRINGS, strings);
        return page.array();
    }

    /** Body 0 is the outermost frame; each other one is called by that before it. */
    private static void function(ByteBuffer page, List<StackTraceElement> told) {
        ByteBuffer record = ByteBuffer.allocate(BYTES);
        number(record, 0);
        number(record, told.size() - 1);
        for (int body = 1; body < told.size(); body++) {
            number(
                    record,
                    body * TraceTable.AROUND_KINDS
                            + (body == 1 ? TraceTable.AROUND_FUNCTION : TraceTable.AROUND_PREVIOUS));
            number(record, line(told.get(body - 1)));
        }
        record.put((byte) ROW_OF_A_BODY);
        number(record, 0);
        number(record, told.size() - 1);
        number(record, line(told.getLast()));
        number(page, BYTES / 2 << 1);
        number(page, record.position());
        page.put(record.flip());
    }

    /** A method for each frame, with names of its own: those of the n-th are the strings from 3 * n on. */
    private static List<byte[]> methods(List<StackTraceElement> told) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            ByteBuffer entry = ByteBuffer.allocate(32);
            int more = i % TraceTable.GROUP == 0 ? STRINGS_PER_FRAME * i : STRINGS_PER_FRAME;
            number(entry, more << 1 | 1);
            number(entry, STRINGS_PER_FRAME * i + 2);
            number(entry, STRINGS_PER_FRAME * i + 1);
            number(entry, 0);
            entries.add(bytes(entry));
        }
        return entries;
    }

    private static List<byte[]> strings(List<StackTraceElement> told) {
        List<byte[]> entries = new ArrayList<>();
        for (StackTraceElement frame : told) {
            String file = frame.getFileName() == null ? "Unknown" : frame.getFileName();
            for (String text : List.of(frame.getClassName(), frame.getMethodName(), file)) {
                byte[] name = text.substring(Math.max(0, text.length() - LONGEST_NAME))
                        .getBytes(StandardCharsets.UTF_8);
                ByteBuffer entry = ByteBuffer.allocate(name.length + 8);
                if (entries.size() % TraceTable.GROUP != 0) {
                    number(entry, 0);
                }
                number(entry, name.length);
                entries.add(bytes(entry.put(name)));
            }
        }
        return entries;
    }

    /** Writes entries, in groups, behind the offsets of the groups; answers where these begin. */
    private static int table(ByteBuffer page, List<byte[]> entries) {
        int start = page.position() + 3 & -4;
        int groups = (entries.size() + TraceTable.GROUP - 1) / TraceTable.GROUP;
        page.position(start + 4 * groups);
        for (int i = 0; i < entries.size(); i++) {
            if (i % TraceTable.GROUP == 0) {
                page.putInt(start + i / TraceTable.GROUP * 4, page.position());
            }
            page.put(entries.get(i));
        }
        return start;
    }

    private static int line(StackTraceElement frame) {
        return Math.clamp(frame.getLineNumber(), 0, 0xffff);
    }

    private static void number(ByteBuffer to, int value) {
        int rest = value;
        while (rest >= 0x80) {
            to.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        to.put((byte) rest);
    }

    private static byte[] bytes(ByteBuffer written) {
        byte[] bytes = new byte[written.position()];
        written.flip().get(bytes);
        return bytes;
    }

    private TracePage() {}
}
