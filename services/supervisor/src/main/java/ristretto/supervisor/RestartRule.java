package ristretto.supervisor;

import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.Succession;

/**
 * When an ended process gets its next life. The first restart is immediate; if lives keep ending quickly, each further
 * one waits twice as long as the one before, and in the end there is none. Whatever the description says, all restarts of a process together take no
 * more than a twentieth of the processor's time: those that have cost more have to wait, but for a few. Pure logic: time comes from outside.
 */
final class RestartRule {
    /** Answers of {@link #ended}, instead of a time to wait. */
    static final long NEVER = -1;

    static final long GIVEN_UP = Succession.GIVEN_UP;

    /** So many times of what a restart costs pass before the next one. */
    static final long SHARE = 20;
    /** By so much all of them may be ahead of that: some fifty restarts without any wait, at a millisecond each. */
    static final long AHEAD_NS = 1_000_000_000;

    private final LifeCycle life;
    private final Succession succession = new Succession();
    private long bornAtNs;
    private long paidUntilNs;

    RestartRule(LifeCycle life) {
        this.life = life;
    }

    /** Somebody starts it anew: what was before counts no more. */
    void forget() {
        succession.forget();
    }

    /** Whether some life was stable since {@link #forget}. */
    boolean wasStable() {
        return succession.isBroken();
    }

    void born(long nowNs) {
        bornAtNs = nowNs;
    }

    long bornNs() {
        return bornAtNs;
    }

    /** Whether the present life has lasted so long that it ends a quick succession. */
    boolean isStable(long nowNs) {
        return nowNs - bornAtNs >= life.stableNs();
    }

    /** What {@link #restore} needs beside the times. */
    long saved() {
        return succession.saved();
    }

    long paidUntilNs() {
        return paidUntilNs;
    }

    /** Times before the machine's first moment, as a supervisor that went wrong may leave them, count as that. */
    void restore(long saved, long bornNs, long savedPaidUntilNs) {
        succession.restore(saved);
        bornAtNs = Math.max(0, bornNs);
        paidUntilNs = Math.max(0, savedPaidUntilNs);
    }

    /** So much of the processor's time an end and the life after it have cost. */
    void cost(long nowNs, long costNs) {
        paidUntilNs = Math.max(paidUntilNs, nowNs) + SHARE * costNs;
    }

    /**
     * The life has ended, as a failure or by exit code 0. Answers after how many nanoseconds the next one begins, or
     * why there is none.
     */
    long ended(long nowNs, boolean failure) {
        if (life.restart() == Restart.NEVER || life.restart() == Restart.ON_FAILURE && !failure) {
            return NEVER;
        }
        long wait = succession.ended(life, isStable(nowNs));
        return wait < 0 ? wait : Math.max(wait, paidUntilNs - AHEAD_NS - nowNs);
    }
}
