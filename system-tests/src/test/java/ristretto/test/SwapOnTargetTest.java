package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/** Another version takes the counter's place while the system runs, and goes on from its count; what cannot be swapped goes on as it is. */
class SwapOnTargetTest {
    @TempDir
    Path folder;

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

    /** One refuses the state, and has written another before; one never comes so far as to wait for calls. */
    @Test
    void aVersionThatFailsIsDroppedWithItsReason() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("bad.toml"), """
                include = ["%s"]

                [process.counter]
                heartbeat = "0s"

                [process.counter.versions]
                refusing = "ristretto.bench.swap.RefusingTally"
                hanging = "ristretto.bench.swap.HangingTally"
                """.formatted(
                        ImageFactory.HOUSE.systems().resolve("demo.toml")));
        SystemDescription system = Systems.find(ImageFactory.HOUSE, file.toString());
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("bad.elf"));
        Machine machine = Machine.of(elf, system.platform()).countingInstructions(3);
        try (ShellSession shell = new ShellSession(machine)) {
            assertEquals("1", shell.run("count").strip());
            dropped(
                    shell,
                    "refusing",
                    "exited with code 1: .*java.lang.IllegalStateException: a state of another time"
                            + ".*at ristretto.bench.swap.RefusingTally.main\\(RefusingTally.java:.*");
            assertEquals("2", shell.run("count").strip());
            dropped(shell, "hanging", "does not wait for calls within 1 s, at .*HangingTally.java:.*");
            assertEquals("3", shell.run("count").strip());
            List<String> row = Rows.of(shell.run("ps")).get("counter");
            assertEquals("0", row.getLast(), "restarts");
            assertTrue(shell.run("log").contains("counter: hanging is dropped: it "), shell.conversation()::heard);
            expectSaid(shell, "swap counter counter-in-twos", "supervisor: counter: runs counter-in-twos now");
            assertEquals("5", shell.run("count").strip());
            assertEquals(0, shell.off());
        }
    }

    private static void dropped(ShellSession shell, String version, String reason)
            throws IOException, InterruptedException {
        String said = shell.run("swap counter " + version);
        Pattern expected = Pattern.compile(
                "supervisor: counter: " + version + " is dropped: it " + reason + "; counter goes on", Pattern.DOTALL);
        assertTrue(expected.matcher(said).find(), said);
    }

    private static void expectSaid(ShellSession shell, String command, String expected)
            throws IOException, InterruptedException {
        String said = shell.run(command);
        assertTrue(said.contains(expected), said);
    }
}
