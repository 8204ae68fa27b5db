package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.Rare;
import ristretto.magic.TraceTable;

/**
 * From recorded addresses to the frames that HotSpot would show: not those that made the exception, not those of
 * call sites that the compiler wrote, and nothing below {@code main}.
 */
@Rare
final class TraceFrames {
    private static final int MAXIMUM_SHOWN = 1024;
    private static final int PART_OF_SMALL_HEAP = 8;
    /** First character of a class's name by which the compiler marks what an author of a program has no use for. */
    private static final char HIDDEN = '!';

    private static final String OF_RUNTIME = "ristretto.runtime.";
    private static final String START = "ristretto.runtime.ProcessStart";
    private static final String OF_CALL_SITE = "$$Site";
    private static final String MODULE = "java.base";
    private static final int PREFIX_LENGTH = MODULE.length() + 1;

    private final long table = Memory.symbol("trace_start");
    private final Throwable throwable;
    private StackTraceElement[] elements;
    private int count;
    private boolean outsideOfConstructors;

    private TraceFrames(Throwable throwable, int expected) {
        this.throwable = throwable;
        elements = new StackTraceElement[expected];
    }

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
        System.arraycopy(frames.elements, 0, shown, 0, frames.count);
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
        if (TraceTable.classByte(table, frame, 0) == HIDDEN) {
            return true;
        }
        String type = className(frame);
        if (type.startsWith(START) || count == MAXIMUM_SHOWN) {
            return false;
        }
        String method = methodName(frame);
        if (type.contains(OF_CALL_SITE) || !outsideOfConstructors && makesTheThrowable(type, method)) {
            return true;
        }
        outsideOfConstructors = true;
        if (count == elements.length) {
            StackTraceElement[] longer = new StackTraceElement[2 * count];
            System.arraycopy(elements, 0, longer, 0, count);
            elements = longer;
        }
        elements[count++] = element(type, method, frame);
        return true;
    }

    private boolean makesTheThrowable(String type, String method) {
        if (type.startsWith(OF_RUNTIME) || method.equals("fillInStackTrace")) {
            return true;
        }
        if (!method.equals("<init>")) {
            return false;
        }
        String name = isOfJdk(type) ? type.substring(PREFIX_LENGTH) : type;
        Class<?> candidate = throwable.getClass();
        while (candidate != null && !candidate.getName().equals(name)) {
            candidate = candidate.getSuperclass();
        }
        return candidate != null;
    }

    private static boolean isOfJdk(String type) {
        return type.length() > PREFIX_LENGTH && type.charAt(PREFIX_LENGTH - 1) == '/';
    }

    private StackTraceElement element(String type, String method, long frame) {
        boolean ofJdk = isOfJdk(type);
        String module = ofJdk ? MODULE : null;
        String name = ofJdk ? type.substring(PREFIX_LENGTH) : type;
        return new StackTraceElement(null, module, null, name, method, fileName(frame), TraceTable.line(frame));
    }

    private String className(long frame) {
        byte[] bytes = new byte[TraceTable.classLength(table, frame)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) TraceTable.classByte(table, frame, i);
        }
        return Utf8.decode(bytes, 0, bytes.length);
    }

    private String methodName(long frame) {
        byte[] bytes = new byte[TraceTable.methodLength(table, frame)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) TraceTable.methodByte(table, frame, i);
        }
        return Utf8.decode(bytes, 0, bytes.length);
    }

    private String fileName(long frame) {
        byte[] bytes = new byte[TraceTable.fileLength(table, frame)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) TraceTable.fileByte(table, frame, i);
        }
        return Utf8.decode(bytes, 0, bytes.length);
    }
}
