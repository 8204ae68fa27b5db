package ristretto.sdk;

/**
 * Signs of life. The supervisor asks by a signal; a {@link Server} answers by itself in its loop. A process that does
 * not serve calls {@link #answer} whenever it has worked for a while; blocked in a call it needs none.
 */
public final class Heartbeat {
    /** The bit of a process's own notification by which the supervisor asks. */
    public static final long ASKED = 1L << 63;

    /** Null: not looked for yet, or not given. The compiler initialises this class before there is a process. */
    private static Notification own;

    private static Notification supervisor;
    private static boolean known;

    private Heartbeat() {}

    private static void know() {
        if (!known) {
            own = notification("notification");
            supervisor = notification("heartbeat");
            known = true;
        }
    }

    /** Answers the supervisor if it has asked. Other signals that came are dropped. */
    public static void answer() {
        know();
        if (own != null) {
            answer(own.poll());
        }
    }

    /** Answers the supervisor if these bits say that it has asked. */
    static void answer(long bits) {
        know();
        if ((bits & ASKED) != 0 && supervisor != null) {
            supervisor.signal();
        }
    }

    /** Sleeps, and answers the supervisor meanwhile. */
    public static void sleep(long ns) {
        know();
        long deadline = Clock.deadline(ns);
        do {
            answer(own.await(deadline));
        } while (Clock.nowTicks() < deadline);
    }

    /**
     * Waits for a signal, and answers the supervisor if it was that.
     *
     * @param deadlineTicks 0: none
     * @return the bits; 0: the deadline passed first
     */
    public static long await(long deadlineTicks) {
        know();
        long bits = own.await(deadlineTicks);
        answer(bits);
        return bits;
    }

    private static Notification notification(String name) {
        long slot = Startup.find(Startup.OWN, name);
        return slot == 0 ? null : new Notification((int) slot);
    }
}
