package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/** The player keeps up while somebody works at the shell, on a core where an instruction takes 8 ns; and it comes back after a crash. */
class InfotainmentTest {
    private static final Pattern REPORT = Pattern.compile("([0-9]+) blocks, ([0-9]+) late, mean level ([0-9]+)");

    @Test
    void playsWhileTheShellWorks() throws IOException, InterruptedException {
        SystemDescription system = Systems.find(ImageFactory.HOUSE, "infotainment");
        Path elf = ImageFactory.HOUSE.build().resolve("systems").resolve("infotainment-test.elf");
        Machine machine = Machine.of(ImageFactory.builder().build(system, List.of(), elf), system.platform())
                .countingInstructions(3);
        try (ShellSession shell = new ShellSession(machine)) {
            for (int i = 0; i < 3; i++) {
                assertTrue(Rows.of(shell.run("ps")).containsKey("player"));
            }
            expectMusic(shell, 100);
            shell.conversation().send("crash player\r");
            shell.conversation().expect("; restarted (1)", Waits.COMMAND);
            expectMusic(shell, 50);
            shell.conversation().send("off\r");
            assertEquals(0, shell.conversation().exitCode(Waits.COMMAND));
        }
    }

    private static void expectMusic(ShellSession shell, int blocks) throws IOException, InterruptedException {
        Matcher report;
        do {
            shell.conversation().expect("player: ", Waits.COMMAND);
            report = REPORT.matcher(shell.conversation().expect("\n", Waits.COMMAND));
            assertTrue(report.find(), shell.conversation()::heard);
        } while (Integer.parseInt(report.group(1)) < blocks);
        assertEquals("0", report.group(2), "blocks that were late");
        assertTrue(Integer.parseInt(report.group(3)) > 100, report.group());
    }
}
