package ristretto.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ristretto.abi.ThreadState;

class SwapTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long BEGIN = 5 * SECOND;

    private final Swap swap = new Swap(1, 0, BEGIN);

    @Test
    void waitsUntilTheServerIsAtRest() {
        assertEquals(BEGIN, swap.nextNs());
        for (int state : new int[] {
            ThreadState.RUNNING, ThreadState.READY, ThreadState.OUT_OF_BUDGET, ThreadState.SENDING,
            ThreadState.AWAITING_REPLY, ThreadState.WAITING, ThreadState.SUSPENDED, ThreadState.FAULTED
        }) {
            assertEquals(Swap.GO_ON, swap.look(BEGIN, state));
            assertTrue(swap.nextNs() > BEGIN);
        }
        assertEquals(Swap.REPLACE, swap.look(BEGIN + 1, ThreadState.RECEIVING));
        assertFalse(swap.isReplaced());
    }

    @Test
    void givesUpAServerThatIsNeverAtRest() {
        assertEquals(Swap.GO_ON, swap.look(BEGIN + SECOND - 1, ThreadState.READY));
        assertEquals(Swap.TOO_LATE, swap.look(BEGIN + SECOND, ThreadState.READY));
        assertEquals(Swap.REPLACE, swap.look(BEGIN + SECOND, ThreadState.RECEIVING));
    }

    @Test
    void theNewVersionHasToWaitForCallsInTime() {
        swap.replaced(BEGIN + SECOND / 2);
        assertTrue(swap.isReplaced());
        assertEquals(BEGIN + SECOND / 2, swap.nextNs());
        assertEquals(Swap.GO_ON, swap.look(BEGIN + SECOND, ThreadState.READY));
        assertEquals(Swap.DONE, swap.look(BEGIN + SECOND, ThreadState.RECEIVING));
        assertEquals(Swap.TOO_LATE, swap.look(BEGIN + SECOND / 2 + SECOND, ThreadState.AWAITING_REPLY));
    }
}
