package ristretto.sdk;

/**
 * The badge by which a server tells its clients apart. The supervisor writes it into each client's capability; the
 * kernel delivers it with each message; no client can choose it.
 *
 * <pre>
 * bits  0- 7  number of the client process
 * bit   8     the client is foreground
 * bit   9     message of the kernel: the client's fault
 * bit  10     of a service that a method has returned; if it is set, bits 11-63 are the number of that service, see {@link Sessions}
 * bits 16-23  number of the service among those that the server provides
 * bits 32-63  where the server's methods return services: which of the client's lives calls, from 1 on
 * </pre>
 */
public final class Badge {
    public static final int CLIENT_MASK = 0xff;
    public static final int FOREGROUND = 1 << 8;
    public static final int FAULT = 1 << 9;
    public static final int SERVICE_SHIFT = 16;

    /** The client calls a service that a method has returned. */
    static final int SESSION = 1 << 10;

    private static final int SESSION_SHIFT = 11;
    private static final int LIFE_SHIFT = 32;

    public static long of(int client, boolean foreground, int service) {
        return client | (foreground ? FOREGROUND : 0) | (long) service << SERVICE_SHIFT;
    }

    public static int client(long badge) {
        return (int) badge & CLIENT_MASK;
    }

    public static int service(long badge) {
        return (int) (badge >> SERVICE_SHIFT) & 0xff;
    }

    /** This client's badge, in one of its lives. */
    public static long ofLife(long badge, int life) {
        return badge | (long) life << LIFE_SHIFT;
    }

    static int life(long badge) {
        return (int) (badge >>> LIFE_SHIFT);
    }

    /** By which the owner of this badge calls what a method has returned to it. */
    static long ofSession(long badge, long number) {
        return badge & (CLIENT_MASK | FOREGROUND) | SESSION | number << SESSION_SHIFT;
    }

    static boolean isOfSession(long badge) {
        return (badge & SESSION) != 0;
    }

    private Badge() {}
}
