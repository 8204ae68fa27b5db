package ristretto.sdk.system;

/** Ends in quick succession: the first is followed by a start at once, each further one by a wait twice as long as the one before, and one that is too many by nothing. Pure logic. */
public final class Succession {
    /** Answer of {@link #ended}: it is not started again. */
    public static final long GIVEN_UP = -2;

    private static final long BROKEN = 1L << 32;

    private int ends;
    private boolean broken;

    /** What was before counts no more. */
    public void forget() {
        ends = 0;
        broken = false;
    }

    /** Whether something lasted since {@link #forget}. */
    public boolean isBroken() {
        return broken;
    }

    /** All of it, for {@link #restore}. */
    public long saved() {
        return ends | (broken ? BROKEN : 0);
    }

    public void restore(long saved) {
        ends = (int) saved & Integer.MAX_VALUE;
        broken = (saved & BROKEN) != 0;
    }

    /**
     * Something has ended.
     *
     * @param lasted long enough that what was before it counts no more
     * @return after how many nanoseconds it is started again, or {@link #GIVEN_UP}
     */
    public long ended(LifeCycle life, boolean lasted) {
        if (lasted) {
            ends = 0;
            broken = true;
        }
        ends = Math.min(ends, Integer.MAX_VALUE - 1) + 1;
        if (life.giveUpAfter() > 0 && ends > life.giveUpAfter()) {
            return GIVEN_UP;
        }
        return ends == 1 ? 0 : backOff(life, ends - 2);
    }

    private static long backOff(LifeCycle life, int doublings) {
        long wait = life.backOffNs();
        for (int i = 0; i < doublings && wait > 0 && wait < life.backOffLimitNs(); i++) {
            wait *= 2;
        }
        return Math.min(wait, life.backOffLimitNs());
    }
}
