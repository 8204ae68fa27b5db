package ristretto.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.Restart;

/** Restarts by a clock that the test holds in its hand. */
class RestartRuleTest {
    private static final long BACK_OFF = 100;
    private static final long LIMIT = 500;
    private static final long STABLE = 10_000;
    private long now = 1_000_000;

    @Test
    void policies() {
        assertEquals(0, rule(Restart.ALWAYS, 0).ended(now, false));
        assertEquals(0, rule(Restart.ON_FAILURE, 0).ended(now, true));
        assertEquals(RestartRule.NEVER, rule(Restart.ON_FAILURE, 0).ended(now, false));
        assertEquals(RestartRule.NEVER, rule(Restart.NEVER, 0).ended(now, true));
    }

    @Test
    void quickEndsAreSlowedDownMoreAndMore() {
        RestartRule rule = rule(Restart.ALWAYS, 0);
        long[] expected = {0, 100, 200, 400, 500, 500, 500};
        for (long wait : expected) {
            assertEquals(wait, liveFor(rule, 10));
        }
    }

    @Test
    void aStableLifeBeginsAnew() {
        RestartRule rule = rule(Restart.ALWAYS, 0);
        liveFor(rule, 10);
        assertEquals(100, liveFor(rule, STABLE - 1));
        assertEquals(0, liveFor(rule, STABLE));
        assertEquals(100, liveFor(rule, 10));
    }

    @Test
    void givesUp() {
        RestartRule rule = rule(Restart.ON_FAILURE, 3);
        liveFor(rule, 10);
        liveFor(rule, 10);
        assertEquals(200, liveFor(rule, 10));
        assertEquals(RestartRule.GIVEN_UP, liveFor(rule, 10));
    }

    /** What an earlier supervisor wrote down may be anything. */
    @Test
    void noDebtThatIsReadKeepsAProcessAwayForEver() {
        for (long paidUntil : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + RestartRule.AHEAD_NS + now, -1, 0}) {
            RestartRule rule = rule(Restart.ALWAYS, 0);
            rule.restore(0, now, paidUntil);
            assertEquals(0, rule.ended(now, true), "paid until " + paidUntil);
        }
    }

    @Test
    void noBirthThatIsReadIsLongerAgoThanTheMachine() {
        RestartRule rule = rule(Restart.ALWAYS, 0);
        rule.restore(0, Long.MIN_VALUE, 0);
        rule.ended(STABLE, true);
        assertTrue(rule.wasStable());
    }

    @Test
    void aSuccessionWithoutWaitsIsNotCounted() {
        RestartRule rule = new RestartRule(new LifeCycle(Restart.ALWAYS, 0, LIMIT, STABLE, 0, 0, false, ""));
        rule.restore(Integer.MAX_VALUE, now, 0);
        assertTimeoutPreemptively(Duration.ofMillis(500), () -> {
            for (int i = 0; i < 1000; i++) {
                assertEquals(0, rule.ended(now, true));
            }
        });
    }

    @Test
    void longSuccessionsDoNotOverflow() {
        RestartRule rule = new RestartRule(new LifeCycle(Restart.ALWAYS, 1L << 40, 1L << 41, STABLE, 0, 0, false, ""));
        long wait = 0;
        for (int i = 0; i < 200; i++) {
            wait = liveFor(rule, 1);
        }
        assertEquals(1L << 41, wait);
    }

    /** The burst may cost a twentieth of {@link RestartRule#AHEAD_NS}; then each restart waits for its share. */
    @Test
    void aCrashLoopTakesNoMoreThanItsShare() {
        RestartRule rule = new RestartRule(new LifeCycle(Restart.ALWAYS, 0, 0, 0, 0, 0, false, ""));
        long cost = 1_000_000;
        long began = now;
        int atOnce = 0;
        for (int i = 0; i < 1000; i++) {
            long wait = liveFor(rule, 10);
            atOnce += wait == 0 ? 1 : 0;
            now += wait + cost;
            rule.cost(now, cost);
        }
        assertEquals(RestartRule.AHEAD_NS / RestartRule.SHARE / cost, atOnce, 3);
        assertEquals(1000 * cost * RestartRule.SHARE - RestartRule.AHEAD_NS, now - began, 50 * cost);
    }

    @Test
    void whoCrashesOnceInAWhileNeverWaits() {
        RestartRule rule = new RestartRule(new LifeCycle(Restart.ALWAYS, 0, 0, 0, 0, 0, false, ""));
        for (int i = 0; i < 1000; i++) {
            assertEquals(0, liveFor(rule, 25_000_000));
            rule.cost(now, 1_000_000);
        }
    }

    @Test
    void whatIsGivenUpAfterAllWaitsForNothing() {
        RestartRule rule = rule(Restart.ALWAYS, 1);
        rule.cost(now, 10_000_000_000L);
        liveFor(rule, 10);
        assertEquals(RestartRule.GIVEN_UP, liveFor(rule, 10));
    }

    @Test
    void knowsWhetherALifeWasStableSinceItWasStartedAfresh() {
        RestartRule rule = rule(Restart.ALWAYS, 3);
        liveFor(rule, STABLE - 1);
        assertFalse(rule.wasStable());
        liveFor(rule, STABLE);
        liveFor(rule, 10);
        assertTrue(rule.wasStable());
        rule.forget();
        liveFor(rule, 10);
        assertFalse(rule.wasStable());
        assertEquals(100, liveFor(rule, 10));
    }

    private long liveFor(RestartRule rule, long lifeNs) {
        rule.born(now);
        now += lifeNs;
        return rule.ended(now, true);
    }

    private static RestartRule rule(Restart restart, int giveUpAfter) {
        return new RestartRule(new LifeCycle(restart, BACK_OFF, LIMIT, STABLE, giveUpAfter, 0, false, ""));
    }
}
