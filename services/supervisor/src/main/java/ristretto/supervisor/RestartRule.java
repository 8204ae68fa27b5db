package ristretto.supervisor;

import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.Restart;

/**
 * When an ended process gets its next life. The first restart is immediate; if lives keep ending quickly, each further
 * one waits twice as long as the one before, and in the end there is none. Pure logic: time comes from outside.
 */
final class RestartRule {
    /** Answers of {@link #ended}, instead of a time to wait. */
    static final long NEVER = -1;

    static final long GIVEN_UP = -2;

    private final LifeCycle life;
    private int quickEnds;
    private long bornAtNs;

    RestartRule(LifeCycle life) {
        this.life = life;
    }

    /** Somebody starts it anew: what was before counts no more. */
    void forget() {
        quickEnds = 0;
    }

    void born(long nowNs) {
        bornAtNs = nowNs;
    }

    /**
     * The life has ended, as a failure or by exit code 0. Answers after how many nanoseconds the next one begins, or
     * why there is none.
     */
    long ended(long nowNs, boolean failure) {
        if (life.restart() == Restart.NEVER || life.restart() == Restart.ON_FAILURE && !failure) {
            return NEVER;
        }
        if (nowNs - bornAtNs >= life.stableNs()) {
            quickEnds = 0;
        }
        quickEnds++;
        if (life.giveUpAfter() > 0 && quickEnds > life.giveUpAfter()) {
            return GIVEN_UP;
        }
        return quickEnds == 1 ? 0 : backOff(quickEnds - 2);
    }

    private long backOff(int doublings) {
        long wait = life.backOffNs();
        for (int i = 0; i < doublings && wait < life.backOffLimitNs(); i++) {
            wait *= 2;
        }
        return Math.min(wait, life.backOffLimitNs());
    }
}
