package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/** What one process does with loans, threads and input costs the others nothing that they need. */
class GoodNeighboursTest {
    @TempDir
    Path folder;

    /** One client gives up again and again; the other is served all the same. */
    @Test
    void anImpatientClientHarmsNobodyElse() throws IOException, InterruptedException {
        try (ShellSession shell = boot(process("ticks", "ThreadedServer", "0", "0", "provides = [\"ticks\"]")
                + process("hasty", "HastyClient", "60000", "0", "uses = [\"ticks\"]")
                + process("patient", "HastyClient", "0", "2000", "uses = [\"ticks\"]"))) {
            shell.conversation().expect("patient client: ", Waits.COMMAND);
            String line = shell.conversation().expect("end", Waits.COMMAND);
            assertTrue(line.contains("served"), shell.conversation()::heard);
            assertTrue(shell.conversation().heard().contains("busy with earlier calls"), shell.conversation()::heard);
        }
    }

    /** A heap that is four fifths full, where there is nothing to lend, has no longer pauses for that. */
    @Test
    void whoNeedsNoMoreDoesNotWait() throws IOException, InterruptedException {
        String full = process("full", "FullHeap", "90", "0", "").replace("heap = \"128K\"", "heap = \"512K\"");
        try (ShellSession shell =
                boot(process("greedy", "Hoarder", "15", "", "") + process("other", "Hoarder", "1", "", "") + full)) {
            shell.conversation().expect("full heap: ", Waits.COMMAND);
            String line = shell.conversation().expect("end", Waits.COMMAND);
            Matcher longest = Pattern.compile("longest (\\d+)").matcher(line);
            assertTrue(longest.find() && Long.parseLong(longest.group(1)) < 50_000, line);
        }
    }

    /** Nobody has anything to do: a server with a thread that waits for input takes next to no time. */
    @Test
    void aServerThatAlsoReadsInputWaits() throws IOException, InterruptedException {
        try (ShellSession shell = boot(process("reading", "ReadingServer", "0", "0", "provides = [\"reading\"]"))) {
            shell.settle();
            shell.run("ps");
            shell.settle();
            String uptime = shell.run("uptime");
            Matcher busy = Pattern.compile("busy (\\d+)").matcher(uptime);
            assertTrue(busy.find() && Long.parseLong(busy.group(1)) < 50, uptime);
        }
    }

    private ShellSession boot(String processes) throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("loans.toml"),
                """
                include = ["%s"]

                [process.supervisor]
                lends = "1M"
                """.formatted(ImageFactory.HOUSE.systems().resolve("demo.toml")) + processes);
        SystemDescription system = Systems.find(ImageFactory.HOUSE, file.toString());
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("loans.elf"));
        return new ShellSession(Machine.of(elf, system.platform()).countingInstructions(3));
    }

    private static String process(String name, String main, String one, String two, String more) {
        return """

                [process.%s]
                main = "ristretto.bench.%s"
                arguments = ["%s", "%s"]
                heap = "128K"
                borrows = "1M"
                stack = "16K"
                priority = 90
                budget = "5ms"
                period = "10ms"
                restart = "never"
                streams = "console"
                %s
                """.formatted(name, main, one, two, more);
    }
}
