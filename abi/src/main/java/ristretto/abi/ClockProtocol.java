package ristretto.abi;

/** What the runtime knows of the service {@link #SERVICE}, whose interface is {@code ristretto.api.WallClock}. */
public final class ClockProtocol {
    /** Whoever is given this service has the date in {@code System.currentTimeMillis}. */
    public static final String SERVICE = "clock";

    /** Number of {@code nanosecondsSinceEpoch()}. No words; reply: label 0, word 0 nanoseconds since the beginning of 1970, UTC. */
    public static final int READ = 0x2740_84d0;

    private ClockProtocol() {}
}
