package ristretto.abi;

/** Rights of a capability, a set of bits. A copy never has a right that its source lacks. */
public final class Rights {
    /** Frames: may be mapped readable, may be read. */
    public static final int READ = 1;
    /** Frames: may be mapped writable, may be written. */
    public static final int WRITE = 2;
    /** Frames: may be mapped executable. Never together with a writable mapping (W^X). */
    public static final int EXECUTE = 4;
    /** Endpoints: may receive. Notifications: may wait and poll. */
    public static final int RECEIVE = 8;
    /** Endpoints: may call. Notifications: may signal. */
    public static final int SEND = 16;
    /** All other objects: may be invoked. */
    public static final int CONTROL = 32;

    public static final int ALL = 63;

    private Rights() {}
}
