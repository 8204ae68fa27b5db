package ristretto.sdk.system;

import java.util.ArrayList;
import java.util.List;
import ristretto.sdk.Utf8;

/**
 * Reads what {@link TableWriter} wrote, from bytes that are not trusted: every count is checked against its limit and
 * against what is left before anything is made of it. What the values mean is checked by {@link TableRules}.
 */
final class TableReader {
    private final byte[] bytes;
    private int position;
    /** Of the present process, once its {@code receives} has been read. */
    private int sessions;

    TableReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        if (bytes.length - position < 8) {
            throw new SystemTableException(
                    "system table: ends at byte " + bytes.length + " in the middle of a number at " + position);
        }
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = value << 8 | bytes[position + i] & 0xff;
        }
        position += 8;
        return value;
    }

    int count(String what, int limit) {
        return (int) numberUpTo(what, limit);
    }

    ProcessDescription process() {
        return new ProcessDescription(
                string("name"),
                string("image"),
                new MemoryNeeds(number(), number(), number(), number(), number(), number(), number()),
                new Schedule(count("priority", 255), number(), number()),
                lifeCycle(),
                new Authority(flag("inspect"), flag("control"), flag("log"), flag("foreground")),
                strings("provides"),
                count("concurrentCalls", SystemTable.MAXIMUM_CONCURRENT_CALLS),
                strings("uses"),
                strings("rings"),
                string("streams"),
                devices(),
                interrupts(),
                strings("arguments"),
                strings("versions"),
                receives(),
                Features.sessions() ? sessions : 0);
    }

    /** One number with {@code sessions}, so that systems without have no more to read. */
    private int receives() {
        if (!Features.sessions()) {
            return count("receives", SystemTable.MAXIMUM_RECEIVED);
        }
        int both = count("receives and sessions", 0xffff);
        sessions = both >> TableWriter.SESSIONS_SHIFT;
        return both & (1 << TableWriter.SESSIONS_SHIFT) - 1;
    }

    private LifeCycle lifeCycle() {
        return new LifeCycle(
                restart(),
                number(),
                number(),
                number(),
                count("giveUpAfter", Integer.MAX_VALUE),
                number(),
                flag("endsSystem"),
                string("group"),
                flag("spare"));
    }

    private Restart restart() {
        return switch (count("restart", 2)) {
            case 0 -> Restart.ALWAYS;
            case 1 -> Restart.ON_FAILURE;
            default -> Restart.NEVER;
        };
    }

    private List<DeviceGrant> devices() {
        int count = count("devices", SystemTable.MAXIMUM_LIST);
        List<DeviceGrant> devices = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            devices.add(new DeviceGrant(string("device"), number(), number()));
        }
        return devices;
    }

    private List<InterruptGrant> interrupts() {
        int count = count("interrupts", SystemTable.MAXIMUM_LIST);
        List<InterruptGrant> interrupts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            interrupts.add(new InterruptGrant(string("interrupt"), count("interrupt number", 1023)));
        }
        return interrupts;
    }

    private List<String> strings(String what) {
        int count = count(what, SystemTable.MAXIMUM_LIST);
        List<String> strings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            strings.add(string(what));
        }
        return strings;
    }

    private String string(String what) {
        int length = count(what, SystemTable.MAXIMUM_STRING_BYTES);
        if (bytes.length - position < length) {
            throw new SystemTableException("system table: ends at byte " + bytes.length
                    + " in the middle of a string of " + length + " bytes (" + what + ") at " + position);
        }
        String text = Utf8.decode(bytes, position, length);
        position += length;
        return text;
    }

    private boolean flag(String what) {
        return numberUpTo(what, 1) == 1;
    }

    private long numberUpTo(String what, long limit) {
        int at = position;
        long value = number();
        if (value < 0 || value > limit) {
            throw new SystemTableException(
                    "system table: " + what + " at byte " + at + ": expected 0 to " + limit + ", got " + value);
        }
        return value;
    }
}
