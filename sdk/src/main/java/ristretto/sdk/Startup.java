package ristretto.sdk;

import ristretto.abi.StartupPage;
import ristretto.magic.Memory;

/**
 * What this process was given when it was started: its name, and capabilities and devices by kind and name ({@code
 * uses:count}). Nothing else can be reached from here, and nothing is added later.
 */
public final class Startup {
    /** Endpoint on which a service of this process is called. */
    public static final String PROVIDES = "provides";
    /** Endpoint of another process's service. */
    public static final String USES = "uses";
    /** Virtual address of a device's registers. */
    public static final String DEVICE = "device";
    /** Virtual address of the ring to another process, and the capability to wake it. */
    public static final String RING_TO = "ring-to";

    public static final String RING_TO_WAKE = "ring-to-wake";
    /** Virtual address of the ring from another process, and the capability to wake it. */
    public static final String RING_FROM = "ring-from";

    public static final String RING_FROM_WAKE = "ring-from-wake";
    /** Virtual address of the channel by which calls of another process's service go that may wait, and the capability to wake the server. */
    public static final String CALLS_TO = "calls-to";

    public static final String CALLS_TO_WAKE = "calls-to-wake";
    /**
     * Of the channel by which such calls of an own service come: the client's {@link Badge}; virtual address; and the capability to wake the client. They follow each other, for
     * one client after the other.
     */
    public static final String CALLS_FROM_BADGE = "calls-from-badge";

    public static final String CALLS_FROM = "calls-from";
    public static final String CALLS_FROM_WAKE = "calls-from-wake";
    /** Interrupt line; its bit in the own notification is its place among the process's interrupts. */
    public static final String INTERRUPT = "interrupt";
    /**
     * What belongs to the process itself: {@code notification}, {@code heartbeat}, {@code reply} (the first slot of
     * them), {@code replies} (their number).
     */
    public static final String OWN = "own";

    private static final int VALUE_BYTES = 8;

    public static String name() {
        return text(page() + word(StartupPage.NAME));
    }

    /**
     * The value of a grant: a slot, or a virtual address.
     *
     * @throws IllegalStateException where the system description does not give it to this process
     */
    public static long grant(String kind, String name) {
        long value = find(kind, name);
        if (value == 0) {
            throw new IllegalStateException(name() + " was not given " + kind + ":" + name);
        }
        return value;
    }

    /** As {@link #grant}, but 0 where there is none. */
    public static long find(String kind, String name) {
        return ristretto.runtime.platform.kernel.Startup.find(kind + ":" + name);
    }

    /** Number of grants. */
    public static int grants() {
        return (int) word(StartupPage.GRANT_COUNT);
    }

    /** Value of a grant by its number. */
    public static long grantValue(int number) {
        return value(grantAt(number));
    }

    /** Kind and name of a grant by its number, as {@code uses:count}. */
    public static String grantName(int number) {
        return text(grantAt(number) + VALUE_BYTES);
    }

    /** Slot of the supervisor's endpoint (for the supervisor: root's); 0: none. */
    public static int supervisor() {
        return (int) word(StartupPage.SUPERVISOR);
    }

    /** Slot of the endpoint of the standard streams; 0: none. */
    static int streams() {
        return (int) word(StartupPage.STREAMS);
    }

    /** Address of the boot archive; 0: this process was not given it. */
    public static long archive() {
        return word(StartupPage.ARCHIVE);
    }

    static long messagePage() {
        return word(StartupPage.MESSAGE_PAGE);
    }

    public static long ticksPerSecond() {
        return word(StartupPage.TICKS_PER_SECOND);
    }

    private static long grantAt(int number) {
        long at = page() + word(StartupPage.GRANTS);
        for (int i = 0; i < number; i++) {
            at += VALUE_BYTES + 2 + length(at + VALUE_BYTES);
        }
        return at;
    }

    private static String text(long at) {
        byte[] bytes = new byte[length(at)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Memory.loadByte(at + 2 + i);
        }
        return Utf8.decode(bytes, 0, bytes.length);
    }

    /** Grants follow strings of any length, so their values are not aligned. */
    private static long value(long at) {
        long value = 0;
        for (int i = VALUE_BYTES - 1; i >= 0; i--) {
            value = value << 8 | Memory.loadByte(at + i);
        }
        return value;
    }

    private static int length(long at) {
        return Memory.loadByte(at) | Memory.loadByte(at + 1) << 8;
    }

    private static long word(int offset) {
        return ristretto.runtime.platform.kernel.Startup.word(offset);
    }

    private static long page() {
        return ristretto.runtime.platform.kernel.Startup.page();
    }

    private Startup() {}
}
