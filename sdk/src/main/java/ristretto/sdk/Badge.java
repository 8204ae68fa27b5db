package ristretto.sdk;

/**
 * The badge by which a server tells its clients apart. The supervisor writes it into each client's capability; the
 * kernel delivers it with each message; no client can choose it.
 *
 * <pre>
 * bits  0- 7  number of the client process
 * bit   8     the client is foreground
 * bit   9     message of the kernel: the client's fault
 * bits 16-23  number of the service among those that the server provides
 * </pre>
 */
public final class Badge {
    public static final int CLIENT_MASK = 0xff;
    public static final int FOREGROUND = 1 << 8;
    public static final int FAULT = 1 << 9;
    public static final int SERVICE_SHIFT = 16;

    public static long of(int client, boolean foreground, int service) {
        return client | (foreground ? FOREGROUND : 0) | (long) service << SERVICE_SHIFT;
    }

    public static int client(long badge) {
        return (int) badge & CLIENT_MASK;
    }

    public static int service(long badge) {
        return (int) (badge >> SERVICE_SHIFT) & 0xff;
    }

    private Badge() {}
}
