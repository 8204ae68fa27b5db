package ristretto.supervisor;

import ristretto.sdk.system.LifeCycle;

/** Ends in quick succession: the first is followed by a start at once, each further one by a wait twice as long as the one before, and one that is too many by nothing. Pure logic. */
final class Succession {
    private int ends;
    private boolean broken;

    /** What was before counts no more. */
    void forget() {
        ends = 0;
        broken = false;
    }

    /** Whether something lasted since {@link #forget}. */
    boolean isBroken() {
        return broken;
    }

    /**
     * Something has ended.
     *
     * @param lasted long enough that what was before it counts no more
     * @return after how many nanoseconds it is started again, or {@link RestartRule#GIVEN_UP}
     */
    long ended(LifeCycle life, boolean lasted) {
        if (lasted) {
            ends = 0;
            broken = true;
        }
        ends++;
        if (life.giveUpAfter() > 0 && ends > life.giveUpAfter()) {
            return RestartRule.GIVEN_UP;
        }
        return ends == 1 ? 0 : backOff(life, ends - 2);
    }

    private static long backOff(LifeCycle life, int doublings) {
        long wait = life.backOffNs();
        for (int i = 0; i < doublings && wait < life.backOffLimitNs(); i++) {
            wait *= 2;
        }
        return Math.min(wait, life.backOffLimitNs());
    }
}
