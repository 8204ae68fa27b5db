package ristretto.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.Message;
import ristretto.sdk.MessageFormatException;

class IncidentTest {
    @Test
    void anExitBecomesOneLine() {
        Message message = new Message().start(SupervisorProtocol.EXIT).putLong(1).putString("Oops: no\n\tat A.b(A.java:1)\n");
        Incident incident = Incident.exit(message);
        assertEquals("exited with code 1: Oops: no < at A.b(A.java:1)", incident.text());
        assertTrue(incident.failure());
        assertFalse(Incident.exit(new Message().start(1).putLong(0).putString("")).failure());
    }

    @Test
    void nothingThatMovesACursorGetsThrough() {
        assertEquals("a?[2Jb?c?", Incident.plain("a\033[2Jb\rc\u00e4"));
        assertTrue(Incident.plain("x".repeat(5000)).length() <= 700);
    }

    @Test
    void garbageIsRefused() {
        assertThrows(MessageFormatException.class, () -> Incident.exit(new Message().start(1)));
        assertThrows(MessageFormatException.class, () -> Incident.exit(new Message().start(1).putLong(0).putLong(1L << 40)));
        assertThrows(MessageFormatException.class, () -> Incident.exit(new Message().start(1).putLong(0).putLong(100)));
    }
}
