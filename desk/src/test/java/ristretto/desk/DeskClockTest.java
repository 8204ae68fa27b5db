package ristretto.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DeskClockTest {
    private static final long MS = 1_000_000;
    private static final long TICKS_PER_MS = DeskClock.TICKS_PER_SECOND / 1000;

    private long host = 5;
    private final DeskClock clock = new DeskClock(() -> host);

    @Test
    void goesAsTheHostsWhileNobodyComputes() {
        clock.setComputing(false);
        host += 3000 * MS;
        assertEquals(3000 * TICKS_PER_MS, clock.ticks());
    }

    @Test
    void goesAtAnEighthWhileSomebodyComputes() {
        host += 40 * MS;
        assertEquals(5 * TICKS_PER_MS, clock.ticks());
        clock.setComputing(false);
        host += 40 * MS;
        assertEquals(45 * TICKS_PER_MS, clock.ticks());
    }

    @Test
    void aStopOfTheWholeJvmHardlyCounts() {
        host += 3_600_000 * MS;
        assertEquals(50 * TICKS_PER_MS / 8, clock.ticks());
    }

    @Test
    void tellsWhenToLookAgain() {
        assertEquals(80 * MS, clock.nanosecondsUntil(10 * TICKS_PER_MS));
        clock.setComputing(false);
        assertEquals(10 * MS, clock.nanosecondsUntil(10 * TICKS_PER_MS));
        assertEquals(0, clock.nanosecondsUntil(0));
    }

    @Test
    void neverIsFarAway() {
        long wait = clock.nanosecondsUntil(Long.MAX_VALUE);
        assertEquals(true, wait > 365L * 24 * 3600 * 1000 * MS, () -> wait + " ns");
    }
}
