package ristretto.sdk.system;

/**
 * What a system may have that not each one has. An image that is built for one system alone is compiled with {@code false} in place of each
 * {@code true} here that its description has no use for ({@code Features.unusedBy} of the tool), and without what can be reached only behind it.
 */
public final class Features {
    /** Rings, and concurrent calls. */
    public static boolean channels() {
        return true;
    }

    /** The supervisor lends memory to heaps. */
    public static boolean loans() {
        return true;
    }

    /** Processes save state for their next life. */
    public static boolean savedStates() {
        return true;
    }

    /** Devices have memory that they share with their drivers. */
    public static boolean deviceMemory() {
        return true;
    }

    /** Processes are added while the system runs. */
    public static boolean spares() {
        return true;
    }

    /** Servers have other versions, which may take their place. */
    public static boolean versions() {
        return true;
    }

    /** Processes are ended and started afresh in groups. */
    public static boolean groups() {
        return true;
    }

    /** Services of others, and buffers, are arguments. */
    public static boolean receivedServices() {
        return true;
    }

    /** Methods of services return services. */
    public static boolean sessions() {
        return true;
    }

    /** Processes may ask the supervisor about the others, or to end and start them. */
    public static boolean questions() {
        return true;
    }

    /** Processes may ask the supervisor to end, start and swap others. */
    public static boolean controls() {
        return true;
    }

    /** Root starts the supervisor again that has ended. */
    public static boolean supervisorRestarts() {
        return true;
    }

    private Features() {}
}
