package ristretto.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.Message;
import ristretto.sdk.MessageFormatException;
import ristretto.sdk.Text;

class IncidentTest {
    @Test
    void anExitBecomesOneLine() {
        String reason = "Oops: no\n\tat A.b(A.java:1)\n";
        Message message =
                new Message().start(SupervisorProtocol.EXIT).putLong(1).putString(reason);
        Incident incident = Incident.exit(message);
        assertEquals("exited with code 1: Oops: no < at A.b(A.java:1)", incident.text());
        assertTrue(incident.failure());
        assertFalse(
                Incident.exit(new Message().start(1).putLong(0).putString("")).failure());
    }

    @Test
    void nothingThatMovesACursorGetsThrough() {
        assertEquals("a?[2Jb?c?", Text.plain("a\033[2Jb\rc\u00e4"));
        assertTrue(Text.plain("x".repeat(5000)).length() <= 700);
    }

    /** As what the runtime throws at null, or at the end of a stack. */
    @Test
    void aCauseWithoutMessageHasAName() {
        assertEquals(
                "cannot be started: java.lang.NullPointerException",
                Incident.cannotStart(new NullPointerException()).text());
        assertEquals(
                "cannot be started: no slots",
                Incident.cannotStart(new IllegalStateException("no slots")).text());
    }

    @Test
    void garbageIsRefused() {
        refused(new Message().start(1));
        refused(new Message().start(1).putLong(0).putLong(1L << 40));
        refused(new Message().start(1).putLong(0).putLong(100));
    }

    private static void refused(Message message) {
        assertThrows(MessageFormatException.class, () -> Incident.exit(message));
    }
}
