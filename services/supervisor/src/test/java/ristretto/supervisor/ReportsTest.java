package ristretto.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReportsTest {
    private final Reports reports = new Reports();

    @Test
    void keepsTheLast() {
        assertEquals(-1, reports.from(0));
        for (int i = 0; i < Reports.MOST + 5; i++) {
            reports.add("report " + i, 100L * i);
        }
        assertEquals(5, reports.from(0));
        assertEquals(5, reports.from(Long.MIN_VALUE));
        assertEquals(7, reports.from(7));
        for (long number = reports.from(0); number >= 0; number = reports.from(number + 1)) {
            assertEquals("report " + number, reports.text(number));
            assertEquals(100 * number, reports.timeNs(number));
        }
        assertEquals(-1, reports.from(Reports.MOST + 5));
        assertEquals(-1, reports.from(Long.MAX_VALUE));
    }

    /** An earlier supervisor may have ended while it wrote one. */
    @Test
    void goesOnWhereAnEarlierSupervisorWas() {
        Reports reports = new Reports();
        for (int number = Reports.MOST; number < 2 * Reports.MOST - 1; number++) {
            reports.restore(number, number, "old " + number);
        }
        assertEquals(2 * Reports.MOST - 1, reports.add("new", 1000));
        assertEquals(Reports.MOST, reports.from(0));
        assertEquals("old " + Reports.MOST, reports.text(Reports.MOST));
        assertEquals("new", reports.text(2 * Reports.MOST - 1));
        assertEquals(-1, reports.from(2 * Reports.MOST));
        Reports torn = new Reports();
        torn.restore(5, 5, "five");
        assertEquals("", torn.text(4));
    }
}
