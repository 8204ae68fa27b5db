package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import ristretto.tool.machine.ShellSession;

/** A process that is stopped stays so until it is started, and has its saved state then; what the one who asks needs cannot be stopped. */
class StopAndStartTest {

    @Test
    void aStoppedProcessWaitsForItsStart() throws IOException, InterruptedException {
        try (ShellSession shell = new ShellSession(ImageFactory.machine("demo"))) {
            assertEquals("1", shell.run("count").strip());
            assertEquals("", shell.run("stop counter").strip());
            assertTrue(Rows.of(shell.run("ps")).get("counter").contains("stopped"));
            expectSaid(shell, "stop counter", "the supervisor refuses: not running");
            expectSaid(shell, "crash counter", "the supervisor refuses: not running");
            expectSaid(shell, "swap counter counter-in-twos", "the supervisor refuses: not running");
            assertEquals("", shell.run("start counter").strip());
            assertEquals("2", shell.run("count").strip());
            expectSaid(shell, "start counter", "the supervisor refuses: it is running");
            assertEquals(0, shell.off());
        }
    }

    @Test
    void whatIsNeededIsNotStopped() throws IOException, InterruptedException {
        try (ShellSession shell = new ShellSession(ImageFactory.machine("demo"))) {
            for (String name : List.of("shell", "console")) {
                expectSaid(shell, "stop " + name, "the supervisor refuses: the system needs it");
            }
            for (String name : List.of("root", "supervisor")) {
                expectSaid(shell, "stop " + name, "the supervisor refuses: not running");
                expectSaid(shell, "start " + name, "the supervisor refuses: not running");
            }
            assertEquals("1", shell.run("count").strip());
            assertEquals(0, shell.off());
        }
    }

    private static void expectSaid(ShellSession shell, String command, String expected)
            throws IOException, InterruptedException {
        String said = shell.run(command);
        assertTrue(said.contains(expected), said);
    }
}
