package ristretto.tool.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import ristretto.sdk.system.Schedule;

class ResponseTimesTest {
    private static final long MS = 1_000_000;

    private static List<OptionalLong> of(long... priorityBudgetPeriod) {
        java.util.ArrayList<Schedule> processes = new java.util.ArrayList<>();
        for (int i = 0; i < priorityBudgetPeriod.length; i += 3) {
            processes.add(new Schedule(
                    (int) priorityBudgetPeriod[i], priorityBudgetPeriod[i + 1] * MS, priorityBudgetPeriod[i + 2] * MS));
        }
        return ResponseTimes.of(processes);
    }

    private static OptionalLong ms(long time) {
        return OptionalLong.of(time * MS);
    }

    @Test
    void theHighestHasItsBudgetAtOnce() {
        assertEquals(List.of(ms(2), ms(5)), of(9, 2, 10, 3, 1, 10));
    }

    /** Its budget at the end of one period and at the begin of the next: twice in a row. */
    @Test
    void whoIsBelowMayWaitForTwoBudgetsInARow() {
        // The other's budget may be left until 8, run to 10, and be full again: 2, then 2, then 1.
        assertEquals(ms(5), of(9, 2, 10, 3, 1, 10).get(1));
        // The third time it comes at 12 of the other's clock, when all is done.
        assertEquals(ms(12), of(9, 2, 10, 3, 8, 20).get(1));
        assertEquals(ms(15), of(9, 2, 10, 3, 9, 20).get(1));
    }

    @Test
    void equalsWaitForEachOther() {
        assertEquals(List.of(ms(5), ms(4)), of(4, 1, 10, 4, 2, 10));
    }

    @Test
    void whoeverHasAllOfTheProcessorAssuresNothingToOthers() {
        assertEquals(List.of(ms(10), OptionalLong.empty()), of(9, 10, 10, 3, 1, 10));
    }

    @Test
    void aBudgetBeyondThePeriodIsNotAssured() {
        assertEquals(List.of(ms(6), OptionalLong.empty()), of(9, 6, 10, 3, 1, 10));
        assertEquals(List.of(ms(4), ms(9)), of(9, 4, 10, 3, 1, 10));
    }
}
