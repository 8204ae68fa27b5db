package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ristretto.tool.description.InvalidDescription;

/** The least heap that a description may give a server is enough for all calls that its clients can have waiting in it, and not much more than that. */
class ServerHeapTest {
    private static final Map<String, String> SOURCES =
            Map.of("Gate", """
            package gated;
            import ristretto.sdk.*;
            @Service
            public interface Gate {
                /** Answered when so many wait in it, with their number. */
                int pass(int together);
            }
            """, "GateComponent", """
            package gated;
            import ristretto.sdk.*;
            public final class GateComponent implements Gate {
                private int there;
                private boolean told;
                private static byte[] held;
                public static void main(String[] arguments) {
                    held = new byte[arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]) << 10];
                    Server.run("gate", new GateDispatcher(new GateComponent()));
                }
                @Override public int pass(int together) {
                    there++;
                    do {
                        try { Thread.sleep(5); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                    } while (there < together);
                    if (!told) {
                        told = true;
                        System.gc();
                        Runtime runtime = Runtime.getRuntime();
                        System.out.println("used " + (runtime.totalMemory() - runtime.freeMemory()) * 100 / runtime.totalMemory());
                    }
                    return there;
                }
            }
            """, "ClientComponent", """
            package gated;
            public final class ClientComponent {
                private static final GateClient GATE = GateClient.to("gate");
                private static int passed;
                public static void main(String[] arguments) throws InterruptedException {
                    int together = Integer.parseInt(arguments[0]);
                    Thread[] threads = new Thread[Integer.parseInt(arguments[1])];
                    for (int i = 0; i < threads.length; i++) {
                        threads[i] = Thread.ofVirtual().start(() -> { if (GATE.pass(together) == together) { passed++; } });
                    }
                    for (Thread thread : threads) { thread.join(); }
                    if (arguments.length > 2) {
                        System.out.println("passed " + passed);
                        System.exit(passed == threads.length ? 0 : 1);
                    }
                }
            }
            """);

    private static final String SYSTEM = """
            include = ["parts/frames.toml"]

            [machine]
            memory = "32M"

            [defaults]
            heap = "2M"
            stack = "16K"
            priority = 100
            budget = "5ms"
            period = "10ms"
            restart = "never"

            [process.gate]
            main = "gated.GateComponent"
            heap = "%dK"
            priority = 101
            ends-system = true
            provides = ["gate"]
            concurrent-calls = %d
            streams = "console"

            [process.other]
            main = "gated.ClientComponent"
            arguments = ["%d", "%d"]
            uses = ["gate"]

            [process.client]
            main = "gated.ClientComponent"
            arguments = ["%d", "%d", "last"]
            ends-system = true
            uses = ["gate"]
            streams = "console"
            may = ["foreground"]
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 32})
    void allCallsCanWaitInTheLeastHeap(int calls) throws IOException, InterruptedException {
        int both = 2 * calls;
        RunResult result = SampleComponents.run(
                folder, SOURCES, SYSTEM.formatted(leastKib(both), calls, both, calls, both, calls));
        assertEquals(0, result.exitCode(), () -> result.output() + result.error());
        Map<String, List<String>> said = Rows.of(result.output());
        assertEquals(List.of("" + calls), said.get("passed"));
        long percent = Rows.number(said.get("used").getFirst());
        assertTrue(percent >= 75 && percent <= 99, "per cent of the heap in use: " + percent);
    }

    /** Wherever the memory ends that is needed for the next call: the server ends and says why, and does not go on without a thread in its loop. */
    @ParameterizedTest
    @ValueSource(ints = {84, 90, 94, 96, 98, 102, 110})
    void whereItKeepsTooMuchItEnds(int heldKib) throws IOException, InterruptedException {
        String system = SYSTEM.formatted(leastKib(64), 32, 64, 32, 64, 32)
                .replace("GateComponent\"", "GateComponent\"\narguments = [\"" + heldKib + "\"]");
        RunResult result = SampleComponents.run(folder, SOURCES, system);
        String said = result.output() + result.error();
        assertTrue(result.exitCode() == 1 || result.exitCode() == 98, "exit code " + result.exitCode());
        assertTrue(
                said.contains("no memory for the stack of another thread")
                        || said.contains("OutOfMemoryError")
                        || said.contains("an error that cannot be told"),
                said);
    }

    @Test
    void aSmallerHeapIsRefused() {
        int least = leastKib(8);
        InvalidDescription error = assertThrows(
                InvalidDescription.class,
                () -> SampleComponents.run(folder, SOURCES, SYSTEM.formatted(least - 4, 4, 8, 4, 8, 4)));
        assertEquals(
                "sample.toml:16: process.gate.heap: expected at least \"" + least
                        + "K\", where 8 concurrent calls may wait, got \"" + (least - 4) + "K\"",
                error.getMessage().replaceAll(".*/", ""));
    }

    /** 18 KiB for each call and 16 more, in whole pages, as docs/systems.md says. */
    private static int leastKib(int calls) {
        return 18 * calls + 16 + 3 & -4;
    }
}
