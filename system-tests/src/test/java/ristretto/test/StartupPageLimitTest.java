package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.sdk.system.SystemTable;
import ristretto.tool.description.InvalidDescription;
import ristretto.tool.description.StartupPages;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.KernelKind;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;

/** What the tool counts for a process's startup page is what the process finds there, to the byte; and with a full page it runs. */
class StartupPageLimitTest {
    private static final int PAGE = 4096;

    private static final Map<String, String> SOURCES = Map.of("Gate", """
            package given;
            import ristretto.sdk.*;
            @Service
            public interface Gate {
                int pass();
            }
            """, "GateComponent", """
            package given;
            import ristretto.sdk.*;
            public final class GateComponent implements Gate {
                public static void main(String[] arguments) {
                    Given.tell(arguments);
                    Server.run("gate", new GateDispatcher(new GateComponent()));
                }
                @Override public int pass() { return 1; }
            }
            """, "Given", """
            package given;
            import java.nio.charset.StandardCharsets;
            import ristretto.sdk.*;
            public final class Given {
                static void tell(String[] arguments) {
                    int bytes = 128 + 2 + Startup.name().length();
                    for (String argument : arguments) {
                        bytes += 2 + argument.getBytes(StandardCharsets.UTF_8).length;
                    }
                    for (int i = 0; i < Startup.grants(); i++) {
                        bytes += 8 + 2 + Startup.grantName(i).length();
                    }
                    System.out.println(Startup.name() + " " + bytes);
                }
                public static void main(String[] arguments) {
                    tell(arguments);
                    if (Startup.name().equals("last")) { System.exit(0); }
                }
            }
            """);

    private static final String SYSTEM = """
            include = ["parts/frames.toml"]

            [machine]
            memory = "32M"

            [process.supervisor]
            lends = "1M"

            [devices.clock]
            registers = 0x0010_1000
            interrupt = 11

            [defaults]
            heap = "512K"
            stack = "16K"
            priority = 100
            budget = "5ms"
            period = "10ms"
            restart = "never"

            [process.gate]
            main = "given.GateComponent"
            priority = 101
            provides = ["gate", "other-gate"]
            concurrent-calls = 4
            receives = 2
            sessions = 3
            buffer = "8K"
            state = "64"
            streams = "console"

            [process.driver]
            main = "given.Given"
            devices = ["clock"]
            dma = "4K"
            borrows = "64K"
            may = ["log", "inspect"]
            rings = ["last", "gate"]
            uses = ["gate", "other-gate", "console"]
            streams = "console"
            buffer = "4K"

            [process.last]
            main = "given.Given"
            priority = 90
            arguments = [%s]
            ends-system = true
            uses = ["gate"]
            streams = "console"
            """;

    @TempDir
    Path folder;

    private HouseComponents components;

    @Test
    void isWhatAProcessFinds() throws IOException, InterruptedException {
        components = new HouseComponents(ImageFactory.HOUSE, List.of(SampleComponents.compile(folder, SOURCES)));
        int fewest = (int) bytes(system(""), "last");
        int room = PAGE - fewest;
        String full = arguments(room);
        SystemDescription system = system(full);
        assertEquals(PAGE, bytes(system, "last"));
        InvalidDescription refused = assertThrows(InvalidDescription.class, () -> system(arguments(room + 1)));
        assertTrue(
                refused.getMessage()
                        .endsWith("process.last.arguments: expected at most 4096 bytes of arguments and of names of all"
                                + " that it is given, got 4097"),
                refused.getMessage());
        Path elf = new SystemBuilder(components, new AheadOfTimeCompiler(), KernelKind.SHIPPED)
                .build(system, List.of(), folder.resolve("given.elf"));
        RunResult result = RunResult.of(Machine.of(elf, system.platform()).countingInstructions(3));
        assertEquals(0, result.exitCode(), () -> result.output() + result.error());
        Map<String, List<String>> said = Rows.of(result.output());
        for (String process : List.of("gate", "driver", "last")) {
            assertEquals(List.of("" + bytes(system, process)), said.get(process), process);
        }
    }

    /** So many bytes of them, each with the two of its length. */
    private static String arguments(int bytes) {
        int left = bytes;
        StringBuilder text = new StringBuilder();
        while (left > 0) {
            int length = Math.min(left > 1002 ? 900 : 1000, left - 2);
            text.append(text.isEmpty() ? "" : ", ")
                    .append('"')
                    .append("x".repeat(length))
                    .append('"');
            left -= length + 2;
        }
        return text.toString();
    }

    private static long bytes(SystemDescription system, String process) {
        SystemTable table = system.table();
        return StartupPages.bytes(table, table.processNamed(process));
    }

    private SystemDescription system(String arguments) throws IOException {
        Path file = Files.writeString(folder.resolve("given.toml"), SYSTEM.formatted(arguments));
        return Systems.find(ImageFactory.HOUSE, file.toString(), components);
    }
}
