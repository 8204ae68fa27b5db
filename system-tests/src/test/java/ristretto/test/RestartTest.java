package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ristretto.tool.machine.ShellSession;

/** Each process that may be restarted crashes; the supervisor says so and starts it afresh, and nobody else notices. */
class RestartTest {

    @ParameterizedTest
    @ValueSource(strings = {"console", "clock", "counter", "rogue", "shell"})
    void aCrashedProcessComesBack(String name) throws IOException, InterruptedException {
        try (ShellSession shell = new ShellSession(ImageFactory.machine("demo"))) {
            assertEquals("1", shell.run("count").strip());
            shell.conversation().send("crash " + name + "\r");
            String said = shell.conversation().expect("; restarted (1)", Waits.COMMAND);
            assertTrue(said.contains("supervisor: " + name + ": "), said);
            assertTrue(said.contains("fault at 0x0"), said);
            shell.conversation().send("\r");
            shell.conversation().expect(ShellSession.PROMPT, Waits.COMMAND);
            shell.settle();
            String count = shell.run("count").strip();
            assertEquals("2", count, "what the counter saved, its next life has");
            Map<String, List<String>> rows = Rows.of(shell.run("ps"));
            for (String process : List.of("console", "clock", "counter", "rogue", "shell")) {
                assertEquals(process.equals(name) ? "1" : "0", rows.get(process).getLast(), "restarts of " + process);
            }
            assertEquals(0, shell.off());
        }
    }

    /** Three lives that fail with a saved state, and add nothing to it, are the last that get it; one that goes on from it is no such life. */
    @Test
    void aStateThatLivesFailWithIsDropped() throws IOException, InterruptedException {
        try (ShellSession shell = new ShellSession(ImageFactory.machine("demo"))) {
            for (int count = 1; count <= 5; count++) {
                assertEquals("" + count, shell.run("count").strip());
                assertFalse(crashCounter(shell, count).contains("without the state"), shell.conversation()::heard);
            }
            assertFalse(crashCounter(shell, 6).contains("without the state"));
            assertFalse(crashCounter(shell, 7).contains("without the state"));
            assertTrue(crashCounter(shell, 8)
                    .contains("without the state that it had saved: three lives have failed with it"));
            assertEquals("1", shell.run("count").strip());
            assertEquals(0, shell.off());
        }
    }

    /** What the supervisor said when nobody looked can be read later. */
    @Test
    void theLogKeepsWhatWasSaid() throws IOException, InterruptedException {
        try (ShellSession shell = new ShellSession(ImageFactory.machine("demo"))) {
            assertEquals("", shell.run("log").strip());
            String said = crashCounter(shell, 1);
            String log = shell.run("log");
            assertEquals(1, log.lines().count(), log);
            assertTrue(log.matches("[0-9]+[.][0-9]{3} s  supervisor: counter: (?s:.*)"), log);
            assertTrue(log.strip().endsWith(said.strip()), log);
            assertEquals(0, shell.off());
        }
    }

    /** Answers what the supervisor says; afterwards the counter has its next life. */
    private static String crashCounter(ShellSession shell, int restarts) throws IOException, InterruptedException {
        shell.conversation().send("crash counter\r");
        shell.conversation().expect("supervisor: counter: ", Waits.COMMAND);
        String said = shell.conversation().expect("\n", Waits.COMMAND);
        for (int i = 0; i < 100; i++) {
            shell.conversation().send("\r");
            shell.conversation().expect(ShellSession.PROMPT, Waits.COMMAND);
            shell.settle();
            List<String> row = Rows.of(shell.run("ps")).get("counter");
            if (row.getLast().equals("" + restarts) && !row.contains("backing")) {
                return said;
            }
        }
        throw new AssertionError("the counter has no life number " + restarts + ":\n"
                + shell.conversation().heard());
    }
}
