package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/** The demonstration as a user meets it: it boots to a prompt, and each command does what {@code help} says. */
class DemoTest {
    private static final List<String> PROCESSES =
            List.of("root", "supervisor", "console", "clock", "counter", "rogue", "shell");
    private static final long IN_USE_AT_MOST = 2 << 20;

    private static ShellSession shell;

    @BeforeAll
    static void boot() throws IOException, InterruptedException {
        shell = new ShellSession(ImageFactory.machine("demo"));
    }

    @AfterAll
    static void end() {
        if (shell != null) {
            shell.close();
        }
    }

    @Test
    void helpNamesEveryCommand() throws IOException, InterruptedException {
        String help = shell.run("help");
        for (String command :
                List.of("help", "ps", "mem", "caps", "count", "date", "crash", "rogue", "uptime", "off")) {
            assertTrue(help.contains("\n" + command) || help.startsWith(command), command + " in " + help);
        }
    }

    @Test
    void psShowsEveryProcess() throws IOException, InterruptedException {
        Map<String, List<String>> rows = Rows.of(shell.run("ps"));
        assertTrue(rows.keySet().containsAll(PROCESSES), rows.toString());
        assertEquals("running", rows.get("supervisor").getFirst(), "who answers is running");
    }

    @Test
    void memAddsUpToTheByte() throws IOException, InterruptedException {
        Map<String, List<String>> rows = Rows.of(shell.run("mem"));
        long owned = Rows.number(rows.get("kernel").getFirst());
        for (String process : PROCESSES) {
            owned += Rows.number(rows.get(process).getFirst());
        }
        long inUse = Rows.number(rows.get("in").get(1));
        assertEquals(inUse, owned, "everything in use has an owner");
        assertEquals(
                Rows.number(rows.get("all").getFirst()),
                inUse + Rows.number(rows.get("free").getFirst()));
        assertTrue(inUse <= IN_USE_AT_MOST, inUse + " bytes in use");
    }

    @Test
    void onlyTheConsoleMayTouchTheUart() throws IOException, InterruptedException {
        assertTrue(shell.run("caps console").contains("uart"));
        for (String process : List.of("counter", "rogue", "shell")) {
            String capabilities = shell.run("caps " + process);
            assertFalse(capabilities.contains("uart") || capabilities.contains("interrupt"), capabilities);
        }
    }

    @Test
    void theCounterCounts() throws IOException, InterruptedException {
        long first = Rows.number(shell.run("count").strip());
        assertEquals(first + 1, Rows.number(shell.run("count").strip()));
    }

    @Test
    void uptimeGoesOn() throws IOException, InterruptedException {
        assertTrue(shell.run("uptime").startsWith("up "));
    }

    @Test
    void itBootsWithSixMebibytesToo() throws IOException, InterruptedException {
        Machine small = new Machine(ImageFactory.machine("demo").image(), 6 << 20);
        try (ShellSession session = new ShellSession(small)) {
            assertTrue(Rows.of(session.run("ps")).keySet().containsAll(PROCESSES));
        }
    }

    @Test
    void whatIsUnknownIsSaid() throws IOException, InterruptedException {
        assertEquals(
                "frobnicate: no such command; try help", shell.run("frobnicate").strip());
        assertTrue(shell.run("caps nobody").contains("nobody"));
    }

    @Test
    void linesCanBeEdited() throws IOException, InterruptedException {
        shell.conversation().send("hexp\177\177\177elp\r");
        shell.conversation().expect("switch the machine off", Waits.COMMAND);
        shell.conversation().expect(ShellSession.PROMPT, Waits.COMMAND);
    }

    @Test
    void controlCForgetsTheLine() throws IOException, InterruptedException {
        shell.conversation().send("nonsense\003");
        shell.conversation().expect(ShellSession.PROMPT, Waits.COMMAND);
        assertTrue(shell.run("uptime").startsWith("up "));
    }

    @Test
    void cursorUpBringsTheLastLineBack() throws IOException, InterruptedException {
        long first = Rows.number(shell.run("count").strip());
        shell.conversation().send("\033[A\r");
        shell.conversation().expect("\n" + (first + 1), Waits.COMMAND);
        shell.conversation().expect(ShellSession.PROMPT, Waits.COMMAND);
    }

    @Test
    void bootsAndWorksWithSixMegabytes() throws IOException, InterruptedException {
        Machine small = new Machine(ImageFactory.machine("demo").image(), 6 << 20);
        try (ShellSession session = new ShellSession(small)) {
            assertEquals("1", session.run("count").strip());
            assertEquals(0, session.off());
        }
    }
}
