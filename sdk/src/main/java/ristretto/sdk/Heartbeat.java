package ristretto.sdk;

/**
 * Signs of life. The supervisor asks by a signal; a {@link Server} answers by itself in its loop. A process that does
 * not serve calls {@link #answer} whenever it has worked for a while; blocked in a call it needs none.
 */
public final class Heartbeat {
    /** The bit of a process's own notification by which the supervisor asks. */
    public static final long ASKED = 1L << 63;

    private static final Notification OWN = notification("notification");
    private static final Notification SUPERVISOR = notification("heartbeat");

    private Heartbeat() {}

    /** Answers the supervisor if it has asked. Other signals that came are dropped. */
    public static void answer() {
        if (OWN != null) {
            answer(OWN.poll());
        }
    }

    /** Answers the supervisor if these bits say that it has asked. */
    static void answer(long bits) {
        if ((bits & ASKED) != 0 && SUPERVISOR != null) {
            SUPERVISOR.signal();
        }
    }

    /** Sleeps, and answers the supervisor meanwhile. */
    public static void sleep(long ns) {
        long deadline = Clock.deadline(ns);
        do {
            answer(OWN.await(deadline));
        } while (Clock.nowTicks() < deadline);
    }

    private static Notification notification(String name) {
        long slot = Startup.find(Startup.OWN, name);
        return slot == 0 ? null : new Notification((int) slot);
    }
}
