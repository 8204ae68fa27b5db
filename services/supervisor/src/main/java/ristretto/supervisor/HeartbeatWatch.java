package ristretto.supervisor;

/**
 * Whether a process still does what it is there for. It is asked once per period; who has not answered is given more
 * time as long as it does not consume any: it waits for somebody. Who works on and does not answer for three periods
 * has missed its heartbeat. Pure logic: time comes from outside.
 */
final class HeartbeatWatch {
    static final int PATIENCE = 3;

    private final long periodNs;
    private long nextNs;
    private long consumedNs;
    private boolean asked;
    private int missed;

    /** A period of 0 watches nothing. */
    HeartbeatWatch(long periodNs) {
        this.periodNs = periodNs;
    }

    void born(long nowNs) {
        nextNs = nowNs + periodNs;
        consumedNs = 0;
        asked = false;
        missed = 0;
    }

    /** When {@link #check} is due; {@link Long#MAX_VALUE}: never. */
    long nextNs() {
        return periodNs == 0 ? Long.MAX_VALUE : nextNs;
    }

    void answered() {
        asked = false;
        missed = 0;
    }

    int missed() {
        return missed;
    }

    /**
     * A period is over. Answers false where the process has missed its heartbeat; otherwise it is to be asked again.
     */
    boolean check(long nowNs, long nowConsumedNs) {
        if (asked) {
            missed = nowConsumedNs > consumedNs ? missed + 1 : 0;
        }
        asked = true;
        consumedNs = nowConsumedNs;
        nextNs = Math.max(nextNs + periodNs, nowNs + periodNs / 2);
        return missed < PATIENCE;
    }
}
