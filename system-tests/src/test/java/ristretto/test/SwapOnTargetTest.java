package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import ristretto.tool.machine.ShellSession;

/** Another version takes the counter's place while the system runs, and goes on from its count; what cannot be swapped goes on as it is. */
class SwapOnTargetTest {

    @Test
    void anotherVersionGoesOnFromTheSavedState() throws IOException, InterruptedException {
        try (ShellSession shell = new ShellSession(ImageFactory.machine("demo"))) {
            assertEquals("1", shell.run("count").strip());
            expectSaid(shell, "swap counter counter-in-twos", "supervisor: counter: runs counter-in-twos now");
            assertEquals("3", shell.run("count").strip());
            shell.conversation().send("crash counter\r");
            shell.conversation().expect("; restarted (1)", Waits.COMMAND);
            shell.conversation().expect(ShellSession.PROMPT, Waits.COMMAND);
            shell.settle();
            assertEquals("5", shell.run("count").strip(), "its next life is of the same version");
            expectSaid(shell, "swap counter counter", "supervisor: counter: runs counter now");
            assertEquals("6", shell.run("count").strip());
            assertEquals("1", Rows.of(shell.run("ps")).get("counter").getLast(), "a swap is no restart");
            assertEquals(0, shell.off());
        }
    }

    @Test
    void whatIsNoVersionIsRefused() throws IOException, InterruptedException {
        try (ShellSession shell = new ShellSession(ImageFactory.machine("demo"))) {
            expectSaid(shell, "swap counter shell", "the supervisor refuses: it has no such version");
            expectSaid(shell, "swap counter", "the supervisor refuses: it has no such version");
            expectSaid(shell, "swap root root", "the supervisor refuses: not running");
            expectSaid(shell, "swap nobody nobody", "no process nobody");
            expectSaid(shell, "swap counter " + "x".repeat(150), "the supervisor refuses: it has no such version");
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
