package ristretto.sdk.system;

/**
 * Whether a process still does what it is there for. It is asked once per period; who has not answered is given more
 * time as long as it does not consume any: it waits for somebody. Who works on and does not answer for three periods
 * has missed its heartbeat. A stop of the whole machine counts as one. Pure logic: time comes from outside.
 */
public final class HeartbeatWatch {
    private static final int PATIENCE = 3;

    private final long periodNs;
    private long nextNs;
    private long consumedNs;
    private boolean asked;
    private int missed;

    /** A period of 0 watches nothing. */
    public HeartbeatWatch(long periodNs) {
        this.periodNs = periodNs;
    }

    public void born(long nowNs) {
        nextNs = nowNs + periodNs;
        consumedNs = 0;
        asked = false;
        missed = 0;
    }

    /** When {@link #check} is due; {@link Long#MAX_VALUE}: never. */
    public long nextNs() {
        return periodNs == 0 ? Long.MAX_VALUE : nextNs;
    }

    public void answered() {
        asked = false;
        missed = 0;
    }

    public int missed() {
        return missed;
    }

    /**
     * A period is over. Answers false where the process has missed its heartbeat; otherwise it is to be asked again.
     *
     * @param nowConsumedNs processor time of this life of it; the time itself for one that may wait for nobody
     */
    public boolean check(long nowNs, long nowConsumedNs) {
        if (asked) {
            missed = nowConsumedNs > consumedNs ? missed + 1 : 0;
        }
        asked = true;
        consumedNs = nowConsumedNs;
        nextNs = Math.max(nextNs + periodNs, nowNs + periodNs / 2);
        return missed < PATIENCE;
    }
}
