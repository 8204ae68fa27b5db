package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;
import ristretto.tool.description.InvalidDescription;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/** Root's heap, as the tool computes it from a description, and the supervisor's, as it demands it, are enough for large systems and for restarts of the supervisor; with the half they cannot do that, and of a large one of root's a twentieth stays free. */
class RootHeapTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final int RESTARTS = 6;
    private static final long PAGE = 4096;
    private static final Pattern LEAST = Pattern.compile("process.supervisor.heap: expected at least \"([0-9]+K)\"");
    /** Of which a page is at most a twentieth: what is used is no more than the rest. */
    private static final long LARGE_BYTES = 20 * PAGE;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"plain, 1", "plain, 58", "serving, 40", "ringing, 20", "arguing, 40"})
    void isEnoughForRestarts(String kind, int processes) throws IOException, InterruptedException {
        check(system(kind, processes, "always"), RESTARTS);
    }

    @ParameterizedTest
    @CsvSource({"plain, 1", "plain, 58"})
    void isEnoughForOneLife(String kind, int processes) throws IOException, InterruptedException {
        check(system(kind, processes, "never"), 0);
    }

    /** The heap that the tool demands for the supervisor is enough, too, and with the half it cannot start. */
    @ParameterizedTest
    @CsvSource({"plain, 8", "ringing, 20", "laden, 58"})
    void theSupervisorsIsEnough(String kind, int processes) throws IOException, InterruptedException {
        InvalidDescription refused =
                assertThrows(InvalidDescription.class, () -> system(kind, processes, "always", "4K"));
        Matcher least = LEAST.matcher(refused.getMessage());
        assertTrue(least.find(), refused.getMessage());
        SystemDescription system = system(kind, processes, "always", least.group(1));
        long heap =
                system.table().processes().get(SystemTable.SUPERVISOR).memory().heapBytes();
        assertTrue(works(system, RESTARTS), heap + " bytes, as demanded");
        long half = heap / 2 & -PAGE;
        assertFalse(works(withHeap(SystemTable.SUPERVISOR, half, system), 1), half + " bytes");
    }

    private void check(SystemDescription system, int restarts) throws IOException, InterruptedException {
        long heap = system.table().processes().get(SystemTable.ROOT).memory().heapBytes();
        assertTrue(works(system, restarts), heap + " bytes, as computed");
        if (heap >= LARGE_BYTES) {
            assertTrue(
                    works(withHeap(SystemTable.ROOT, heap - PAGE, system), restarts),
                    "a page less than " + heap + " bytes");
        }
        long half = heap / 2 & -PAGE;
        assertFalse(works(withHeap(SystemTable.ROOT, half, system), restarts), half + " bytes");
    }

    private boolean works(SystemDescription system, int restarts) throws IOException, InterruptedException {
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("many.elf"));
        try (Conversation console =
                new Conversation(Machine.of(elf, system.platform()).countingInstructions(3))) {
            console.expect(ShellSession.PROMPT, WAIT);
            for (int i = 1; i <= restarts; i++) {
                console.send("crash supervisor\r");
                console.expect("; restarted (" + i + ")", WAIT);
                console.expect(ShellSession.PROMPT, WAIT);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private SystemDescription system(String kind, int processes, String restart) throws IOException {
        return system(kind, processes, restart, "2M");
    }

    private SystemDescription system(String kind, int processes, String restart, String supervisorHeap)
            throws IOException {
        StringBuilder text = new StringBuilder(
                """
                include = ["%s"]

                [machine]
                memory = "64M"

                [build]
                images = "shared"

                [process.supervisor]
                heap = "%s"
                stable-after = "0s"
                heartbeat = "0s"
                restart = "%s"

                [defaults]
                heap = "32K"
                stack = "8K"
                priority = 90
                budget = "5ms"
                period = "10ms"
                """.formatted(ImageFactory.HOUSE.systems().resolve("parts/console.toml"), supervisorHeap, restart));
        for (int i = 0; i < processes; i++) {
            text.append("\n[process.quiet-%d]\nmain = \"ristretto.bench.Quiet\"\n".formatted(i));
            String three = "%s = [\"%s-%d\", \"%s-%d\", \"%s-%d\"]\n";
            switch (kind) {
                case "serving" -> {
                    text.append("provides = [\"errand-%d\"]\nstreams = \"console\"\n".formatted(i));
                    if (i >= 3) {
                        text.append(three.formatted("uses", "errand", i - 1, "errand", i - 2, "errand", i - 3));
                    }
                }
                case "laden" -> {
                    text.append("provides = [\"errand-%d\", \"other-%d\"]\nstreams = \"console\"\nstate = \"1K\"\n"
                            .formatted(i, i));
                    if (i >= 3) {
                        text.append(three.formatted("uses", "errand", i - 1, "errand", i - 2, "errand", i - 3));
                    }
                }
                case "ringing" -> {
                    if (i >= 3) {
                        text.append(three.formatted("rings", "quiet", i - 1, "quiet", i - 2, "quiet", i - 3));
                    }
                }
                case "arguing" -> text.append("arguments = [\"%s\", \"b\"]\n".formatted("x".repeat(500)));
                default -> {}
            }
        }
        text.append("""

                [process.shell]
                main = "ristretto.shell.Shell"
                heap = "1M"
                stack = "64K"
                priority = 120
                uses = ["console"]
                streams = "console"
                may = ["inspect", "control", "foreground"]
                """);
        Path file = Files.writeString(folder.resolve("many.toml"), text);
        return Systems.find(ImageFactory.HOUSE, file.toString());
    }

    /** The same system, in which a process has this heap, whether that is enough or not. */
    private static SystemDescription withHeap(int number, long heapBytes, SystemDescription system) {
        List<ProcessDescription> processes = new ArrayList<>(system.table().processes());
        processes.set(number, processes.get(number).withHeap(heapBytes));
        return new SystemDescription(
                system.name(), system.platform(), system.oneImage(), system.images(), new SystemTable(processes));
    }
}
