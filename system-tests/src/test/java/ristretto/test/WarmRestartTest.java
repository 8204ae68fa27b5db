package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/** The machine is restarted, and what the supervisor has said before is there; all else is as if it had been switched on. */
class WarmRestartTest {
    private static final String FAULT = "supervisor: counter: instruction page fault at 0x0";
    private static final String EARLIER = "earlier run: ";

    @TempDir
    Path folder;

    /** With a device tree at the end of memory and without one. */
    @ParameterizedTest
    @ValueSource(strings = {"", "bare"})
    void theLogIsKept(String profile) throws IOException, InterruptedException {
        SystemDescription system =
                Systems.find(ImageFactory.HOUSE, "demo", profile, new HouseComponents(ImageFactory.HOUSE));
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("demo.elf"));
        try (ShellSession shell = new ShellSession(Machine.of(elf, system.platform()))) {
            assertEquals("", shell.run("log"), "memory of a machine that was switched on just now");
            shell.run("count");
            shell.run("crash counter");
            shell.settle();
            restart(shell);
            List<String> log = log(shell, 1);
            assertTrue(log.getFirst().contains(EARLIER + FAULT), log::toString);
            assertEquals("1", shell.run("count").strip());
            shell.run("crash counter");
            shell.settle();
            // The supervisor after this one knows what is of which run, too.
            shell.run("crash supervisor");
            shell.settle();
            log = log(shell, 3);
            assertTrue(log.get(0).contains(EARLIER + FAULT), log::toString);
            assertTrue(log.get(1).contains("  " + FAULT), log::toString);
            assertTrue(log.get(2).contains("  supervisor: instruction page fault at 0x0"), log::toString);
            restart(shell);
            log = log(shell, 3);
            assertTrue(log.stream().allMatch(line -> line.contains(EARLIER)), log::toString);
            // The oldest ones make place, of whatever run they are.
            for (int i = 0; i < 14; i++) {
                shell.run(i % 2 == 0 ? "swap counter counter-in-twos" : "swap counter counter");
                shell.settle();
            }
            log = log(shell, 16);
            assertEquals(2, log.stream().filter(line -> line.contains(EARLIER)).count(), log::toString);
            assertEquals(0, shell.off());
        }
    }

    private static List<String> log(ShellSession shell, int lines) throws IOException, InterruptedException {
        List<String> log = shell.run("log").lines().toList();
        assertEquals(lines, log.size(), log::toString);
        return log;
    }

    private static void restart(ShellSession shell) throws IOException, InterruptedException {
        shell.conversation().send("restart\r");
        shell.conversation().expect("Ristretto. Type help.", Waits.COMMAND);
        shell.conversation().expect(ShellSession.PROMPT, Waits.COMMAND);
    }
}
