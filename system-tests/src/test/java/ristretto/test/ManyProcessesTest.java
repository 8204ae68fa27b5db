package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/** A system of many processes, all of which answer their supervisor: each has a bit of its notification, and none means anything else there. */
class ManyProcessesTest {
    @TempDir
    Path folder;

    @Test
    void allAnswer() throws IOException, InterruptedException {
        StringBuilder text =
                new StringBuilder("""
                include = ["%s"]

                [machine]
                memory = "64M"

                [build]
                images = "shared"

                [process.supervisor]
                heap = "2M"
                """.formatted(ImageFactory.HOUSE.systems().resolve("parts/console.toml")));
        for (int i = 0; i < 46; i++) {
            text.append("""

                    [process.quiet-%d]
                    main = "ristretto.bench.Quiet"
                    heap = "32K"
                    stack = "8K"
                    priority = 90
                    budget = "5ms"
                    period = "10ms"
                    heartbeat = "100ms"
                    """.formatted(i));
        }
        text.append("""

                [process.shell]
                main = "ristretto.shell.Shell"
                heap = "1M"
                stack = "64K"
                priority = 120
                budget = "10ms"
                period = "10ms"
                uses = ["console"]
                streams = "console"
                may = ["inspect", "control", "foreground"]
                """);
        Path file = Files.writeString(folder.resolve("many.toml"), text);
        SystemDescription system = Systems.find(ImageFactory.HOUSE, file.toString());
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("many.elf"));
        try (ShellSession shell =
                new ShellSession(Machine.of(elf, system.platform()).countingInstructions(3))) {
            for (int i = 0; i < 4; i++) {
                shell.run("ps");
                shell.settle();
            }
            String heard = shell.conversation().heard();
            assertTrue(Rows.of(shell.run("ps")).containsKey("quiet-45"), heard);
            assertFalse(heard.contains("heartbeat"), heard);
        }
    }
}
