package ristretto.sdk.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeartbeatWatchTest {
    private static final long PERIOD = 100;
    private final HeartbeatWatch watch = new HeartbeatWatch(PERIOD);
    private long now;
    private long consumed;

    @Test
    void whoAnswersLives() {
        watch.born(now);
        for (int i = 0; i < 10; i++) {
            assertTrue(periodWith(50));
            watch.answered();
        }
    }

    @Test
    void whoWorksAndDoesNotAnswerForThreePeriodsHasMissed() {
        watch.born(now);
        assertTrue(periodWith(50));
        assertTrue(periodWith(50));
        assertTrue(periodWith(50));
        assertEquals(2, watch.missed());
        assertFalse(periodWith(50));
    }

    @Test
    void whoWaitsIsExcused() {
        watch.born(now);
        assertTrue(periodWith(50));
        assertTrue(periodWith(50));
        assertTrue(periodWith(50));
        for (int i = 0; i < 10; i++) {
            assertTrue(periodWith(0));
            assertEquals(0, watch.missed());
        }
    }

    @Test
    void theNextCheckIsAPeriodLaterEvenIfThisOneCameLate() {
        watch.born(0);
        assertEquals(100, watch.nextNs());
        watch.check(100, 0);
        assertEquals(200, watch.nextNs());
        watch.check(1000, 0);
        assertEquals(1050, watch.nextNs());
    }

    @Test
    void withoutAPeriodNothingIsWatched() {
        assertEquals(Long.MAX_VALUE, new HeartbeatWatch(0).nextNs());
    }

    private boolean periodWith(long work) {
        now += PERIOD;
        consumed += work;
        return watch.check(now, consumed);
    }
}
