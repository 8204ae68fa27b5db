package ristretto.sdk;

/**
 * What a server does. One method runs at a time, and each must come to its end: meanwhile nobody else is served.
 */
public interface Service {
    /**
     * Serves a request: answers it, or defers the answer. A request that is neither, or whose message does not hold
     * what was read from it, is refused.
     */
    void serve(Request request);

    /** Signals came: bit n stands for this process's interrupt n. */
    default void signalled(long bits) {}

    /** When {@link #wake} wants to be called, in ticks of the {@link Clock}; 0: never. */
    default long wakeAtTicks() {
        return 0;
    }

    /** The time has come. */
    default void wake() {}
}
