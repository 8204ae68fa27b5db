package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.machine.ShellSession;

/** The shell may do more than those whose services it calls: whatever they answer, and whatever is not there, it says so and lives on. */
class LyingServiceTest {
    private static final Map<String, String> SOURCES = Map.of("Liar", """
            package lying;
            import ristretto.sdk.*;
            /** Answers each call wrongly, and each time in another way. */
            public final class Liar implements Handler {
                private int lie;
                public static void main(String[] arguments) { Server.run("counter", new Liar()); }
                @Override public void serve(Request request) {
                    switch (lie++) {
                        case 0 -> request.answer().putLong(1).putLong(2);
                        case 1 -> request.answer();
                        case 2 -> request.answer(0x7000_0002);
                        case 3 -> request.answer(0x7000_0002).putLong(Long.MAX_VALUE);
                        case 4 -> request.answer(Server.BAD_REQUEST);
                        case 5 -> request.answer(4711);
                        case 6 -> request.answer(0x7000_0002).putString("\\033[2J");
                        default -> request.answer().putLong(Long.MIN_VALUE);
                    }
                }
            }
            """);

    private static final String SYSTEM = """
            include = ["parts/console.toml"]

            [machine]
            memory = "16M"

            [defaults]
            heap = "64K"
            stack = "16K"
            priority = 100
            budget = "5ms"
            period = "10ms"

            [process.liar]
            main = "lying.Liar"
            provides = ["counter", "clock"]

            [process.shell]
            main = "ristretto.shell.Shell"
            heap = "1M"
            stack = "64K"
            uses = ["console", "counter", "clock"]
            streams = "console"
            may = ["inspect", "control", "foreground"]
            """;

    @TempDir
    Path folder;

    @Test
    void theShellOutlivesAllAnswers() throws IOException, InterruptedException {
        try (ShellSession shell = new ShellSession(SampleComponents.machine(folder, SOURCES, SYSTEM))) {
            for (String expected : List.of(
                    "expected a result of 1 words, got 2",
                    "expected a result of 1 words, got 0",
                    "message: ends after 0 words",
                    "message: expected 0 to 952",
                    "the server has no such method",
                    "answered with label 4711",
                    "?[2J")) {
                String said = shell.run("count");
                assertTrue(said.contains(expected), said);
            }
            assertEquals(Long.MIN_VALUE + "", shell.run("count").strip());
            assertEquals("1677-09-21T00:12:43Z", shell.run("date").strip());
            assertTrue(shell.run("rogue nothing").contains("no process rogue"));
            assertEquals("0", Rows.of(shell.run("ps")).get("shell").getLast(), "restarts of the shell");
            assertEquals(0, shell.off());
        }
    }
}
