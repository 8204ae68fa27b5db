package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ristretto.tool.machine.ShellSession;

/** Each process that may be restarted crashes; the supervisor says so and starts it afresh, and nobody else notices. */
class RestartTest {

    @ParameterizedTest
    @ValueSource(strings = {"console", "counter", "rogue", "shell"})
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
            assertEquals(name.equals("counter") ? "1" : "2", count, "a new life has forgotten the old one");
            Map<String, List<String>> rows = Rows.of(shell.run("ps"));
            for (String process : List.of("console", "counter", "rogue", "shell")) {
                assertEquals(process.equals(name) ? "1" : "0", rows.get(process).getLast(), "restarts of " + process);
            }
            assertEquals(0, shell.off());
        }
    }
}
