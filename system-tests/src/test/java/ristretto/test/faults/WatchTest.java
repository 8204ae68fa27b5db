package ristretto.test.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken for the end of which process. */
class WatchTest {
    private static Watch.Heard heard(String line) throws InterruptedException {
        return new Watch((line + "\n")::substring).next(1, Duration.ofMillis(1));
    }

    @Test
    void aReportNamesWhoEnded() throws InterruptedException {
        Watch.Heard heard = heard("supervisor: sink: load page fault at 0x68 (pc 0x1873c); restarted (1)");
        assertEquals(List.of("sink"), heard.restarted());
        assertEquals(List.of(), heard.garbled());
    }

    /** A console that ends while it writes loses what it was about to write; its next life begins with the next line. */
    @Test
    void aReportInTheMiddleOfALineNamesWhoEnded() throws InterruptedException {
        String line = "supervisor: source:supervisor: source: load page fault at 0x18f; restarted (1)";
        assertEquals(List.of("source", "source"), heard(line).restarted());
        assertEquals(List.of(line), heard(line).garbled());
    }

    /** The end was that of the source, and was taken for that of another process. */
    @Test
    void aNameThatIsCutIsThatOfNobodyElse() throws InterruptedException {
        String report = "supervisor: source: exited with code 1: ring: 16 messages; restarted (8)";
        assertEquals(List.of("sou", "source"), heard("supervisor: sou" + report).restarted());
        assertEquals(List.of("source"), heard("supervisor: " + report).restarted());
        assertEquals(
                List.of("sou", "so", "source"),
                heard("supervisor: sousupervisor: so" + report).restarted());
        assertEquals(1, heard("supervisor: sou" + report).garbled().size());
        assertTrue(FaultSystem.mayBeVictim("sou"));
        assertTrue(FaultSystem.mayBeVictim("source"));
        assertFalse(FaultSystem.mayBeVictim("sink"));
        assertFalse(FaultSystem.mayBeVictim("sup"));
        assertFalse(FaultSystem.mayBeVictim("sources"));
    }

    @Test
    void theSupervisorsOwnEndIsOneToo() throws InterruptedException {
        for (String line : List.of(
                "root: supervisor: load page fault at 0x0, pc 0x14000: Supervisor.main(Supervisor.java:1)",
                "supervisor: access fault at 0x10, pc 0x14000: ",
                "supervisor: missed its heartbeat, at Server.run(Server.java:1)",
                "the supervisor ended with exit code 1: ")) {
            assertEquals(List.of("supervisor"), heard(line).restarted(), line);
        }
    }

    /** Lines come in pieces. */
    @Test
    void whatComesLaterBelongsToTheLineThatHasBegun() throws InterruptedException {
        StringBuilder all = new StringBuilder("supervisor: si");
        Watch watch = new Watch(all::substring);
        assertEquals(List.of(), watch.pending().restarted());
        all.append("nk: exit\nsupervisor: source: exit\np1 c2");
        assertEquals(List.of("sink", "source"), watch.pending().restarted());
        assertEquals(all.lastIndexOf("\n") + 1, watch.taken());
        all.append(" e3 r4 w5.\n");
        assertEquals(
                List.of(new Watch.Probe(1, 2, 3, 4, 5)),
                watch.next(1, Duration.ofMillis(1)).probes());
    }

    @Test
    void aNumberThatNobodySendsIsNone() throws InterruptedException {
        String longest = "p1 c2 e3 r" + Long.MAX_VALUE / 10 + " w5.";
        assertEquals(List.of(), heard(longest).garbled());
        assertEquals(1, heard(longest).probes().size());
        String longer = "p1 c2 e3 r4" + "1".repeat(200) + " w5.";
        assertEquals(List.of(longer), heard(longer).garbled());
        assertEquals(List.of(), heard(longer).probes());
    }

    @Test
    void halfALineIsNoReport() throws InterruptedException {
        assertEquals(List.of(), heard("supervisor: sou").restarted());
        assertEquals(List.of("supervisor: sou"), heard("supervisor: sou").garbled());
    }
}
