package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;
import ristretto.magic.Rare;
import ristretto.magic.TraceTable;

/**
 * From recorded addresses to the frames that HotSpot would show: not those that made the exception. The
 * frames of the runtime and of what the compiler wrote are not in the table.
 */
@Rare
final class TraceFrames {
    private static final int MAXIMUM_SHOWN = 1024;
    private static final int PART_OF_SMALL_HEAP = 8;
    /** What the compiler gives for the file of a method that is native in the JDK, and the line by which the JDK knows one. */
    private static final String NATIVE_METHOD = "Native Method";

    private static final int LINE_OF_NATIVE = -2;
    private static final String MODULE = "java.base";

    private final long table = Memory.symbol("trace_start");
    private final Throwable throwable;
    private StackTraceElement[] elements;
    private int count;
    private boolean outsideOfConstructors;

    private TraceFrames(Throwable throwable, int expected) {
        this.throwable = throwable;
        elements = new StackTraceElement[expected];
        outsideOfConstructors = throwable == null;
    }

    /** @param throwable null where the addresses are a thread's */
    static StackTraceElement[] of(Throwable throwable, long[] addresses) {
        TraceFrames frames = new TraceFrames(throwable, addresses.length + 4);
        try {
            if (TraceTable.isPresent(frames.table)) {
                for (int i = 0; i < addresses.length && frames.addAll(addresses[i] - 1); i++) {}
            }
        } catch (OutOfMemoryError e) {
            frames.keep(frames.count / PART_OF_SMALL_HEAP);
        }
        StackTraceElement[] shown = new StackTraceElement[frames.count];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = frames.elements[i];
        }
        return shown;
    }

    /** A deep trace may be larger than a small heap: then the innermost frames are kept, and room for what is made of them. */
    private void keep(int newCount) {
        for (int i = newCount; i < count; i++) {
            elements[i] = null;
        }
        count = newCount;
    }

    /** Adds the frames that share this instruction; answers whether there may be more below. */
    private boolean addAll(long programCounter) {
        long frame = TraceTable.find(table, programCounter);
        while (frame != 0) {
            if (!add(frame)) {
                return false;
            }
            frame = TraceTable.caller(table, frame);
        }
        return true;
    }

    private boolean add(long frame) {
        if (count == MAXIMUM_SHOWN) {
            return false;
        }
        String type = className(frame);
        String method = methodName(frame);
        if (!outsideOfConstructors && makesTheThrowable(type, method)) {
            return true;
        }
        outsideOfConstructors = true;
        if (count == elements.length) {
            StackTraceElement[] longer = new StackTraceElement[2 * count];
            for (int i = 0; i < count; i++) {
                longer[i] = elements[i];
            }
            elements = longer;
        }
        String module = isOfJdk(frame) ? MODULE : null;
        String file = fileName(frame);
        elements[count++] = file.equals(NATIVE_METHOD)
                ? new StackTraceElement(null, module, null, type, method, null, LINE_OF_NATIVE)
                : new StackTraceElement(null, module, null, type, method, file, TraceTable.line(frame));
        return true;
    }

    private boolean makesTheThrowable(String type, String method) {
        if (method.equals("fillInStackTrace")) {
            return true;
        }
        if (!method.equals("<init>")) {
            return false;
        }
        long candidate = Memory.loadLong(Memory.addressOf(throwable));
        while (candidate != 0 && !ClassNames.ofDescriptor(candidate).equals(type)) {
            candidate = Memory.loadLong(candidate + ObjectLayout.CLASS_SUPER);
        }
        return candidate != 0;
    }

    /** The names of classes of the JDK begin with their module's. */
    private boolean isOfJdk(long frame) {
        int prefix = MODULE.length();
        return TraceTable.classLength(table, frame) > prefix && TraceTable.classByte(table, frame, prefix) == '/';
    }

    private String className(long frame) {
        int prefix = isOfJdk(frame) ? MODULE.length() + 1 : 0;
        byte[] bytes = new byte[TraceTable.classLength(table, frame) - prefix];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) TraceTable.classByte(table, frame, prefix + i);
        }
        return Utf8.decodeValid(bytes);
    }

    private String methodName(long frame) {
        byte[] bytes = new byte[TraceTable.methodLength(table, frame)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) TraceTable.methodByte(table, frame, i);
        }
        return Utf8.decodeValid(bytes);
    }

    private String fileName(long frame) {
        byte[] bytes = new byte[TraceTable.fileLength(table, frame)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) TraceTable.fileByte(table, frame, i);
        }
        return Utf8.decodeValid(bytes);
    }
}
