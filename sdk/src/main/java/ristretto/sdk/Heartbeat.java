package ristretto.sdk;

/**
 * Signs of life. The supervisor asks by a signal; a {@link Server} answers by itself in its loop. A process that does
 * not serve calls {@link #answer} whenever it has worked for a while; blocked in a call it needs none.
 */
public final class Heartbeat {
    /** The bit of a process's own notification by which the supervisor asks. */
    public static final long ASKED = 1L << 63;

    /** Null: not looked for yet. The compiler initialises this class before there is a process. */
    private static Alarm alarm;

    private Heartbeat() {}

    private static Alarm alarm() {
        if (alarm == null) {
            alarm = new Alarm();
        }
        return alarm;
    }

    /** Answers the supervisor if it has asked. Other signals that came are dropped. */
    public static void answer() {
        Alarm known = alarm();
        if (known.own != null) {
            known.answer(known.own.poll());
        }
    }

    /** Does what the supervisor asks for, if these bits say that it has; answers the other bits. */
    static long answer(long bits) {
        Alarm known = alarm();
        known.answer(bits);
        return bits & ~known.asked();
    }

    /** Sleeps, and answers the supervisor meanwhile. */
    public static void sleep(long ns) {
        alarm().sleepUntil(Clock.deadline(ns));
    }

    /**
     * Waits for a signal, and answers the supervisor if it was that.
     *
     * @param deadlineTicks 0: none
     * @return the bits; 0: the deadline passed first
     */
    public static long await(long deadlineTicks) {
        return alarm().await(deadlineTicks);
    }
}
