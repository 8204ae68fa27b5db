package ristretto.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets of deferred requests: a negative one would mean that nobody can be kept waiting. */
class TicketTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 23) - 1, 1 << 23, (1 << 24) - 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void isNeverNegativeAndAlwaysAnotherOneThanTheLast(int generation) {
        for (int place : new int[] {0, 1, 255}) {
            int ticket = Server.ticket(place, generation);
            assertTrue(ticket >= 0, "place " + place + ", generation " + generation + ": " + ticket);
            assertEquals(place, ticket & 0xff);
            assertNotEquals(ticket, Server.ticket(place, generation + 1));
        }
    }

    @Test
    void saysWhichPlaceItIs() {
        assertEquals(0x0305, Server.ticket(5, 3));
    }
}
