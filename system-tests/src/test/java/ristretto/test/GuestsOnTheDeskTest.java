package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.test.desk.Deep;
import ristretto.test.desk.Stuck;
import ristretto.test.desk.Threaded;
import ristretto.tool.desk.DeskSession;

/** Components that do on the desk what a JVM allows and the machine does not. */
class GuestsOnTheDeskTest {
    private static final long PATIENCE_MS = 60_000;

    private static final String SYSTEM = """
            include = ["parts/console.toml"]

            [machine]
            memory = "16M"

            [process.guest]
            main = "%s"
            arguments = ["many"]
            heap = "64K"
            stack = "16K"
            priority = 100
            budget = "5ms"
            period = "10ms"
            heartbeat = "200ms"
            back-off = "0ms"
            streams = "console"
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @BeforeEach
    @AfterEach
    void forget() {
        System.clearProperty(Stuck.LIVES);
    }

    private DeskSession boot(Class<?> main) throws IOException {
        Files.createSymbolicLink(
                folder.resolve("parts"), ImageFactory.HOUSE.systems().resolve("parts"));
        Path system = Files.writeString(folder.resolve("guest.toml"), SYSTEM.formatted(main.getName()));
        String classes = ImageFactory.HOUSE
                .root()
                .resolve("system-tests/target/test-classes")
                .toString();
        return DeskSession.boot(ImageFactory.HOUSE.root(), system.toString(), "", classes, shown);
    }

    /** It is given up, and the system goes on. */
    @Test
    void whatComputesInTheJdkForEverGetsANextLife() throws IOException, InterruptedException {
        System.clearProperty(Stuck.END);
        try (DeskSession session = boot(Stuck.class)) {
            expect("life 1 of many");
            expect("guest: missed its heartbeat, at ");
            expect("life 2 of many");
            expect("restarted (2)");
            expect("life 3 of many");
            expect("guest: exited with code 7");
        } finally {
            System.setProperty(Stuck.END, "now");
        }
    }

    @Test
    void whatCallsTheKernelAtTheEndOfItsStackHurtsItselfOnly() throws IOException, InterruptedException {
        try (DeskSession session = boot(Deep.class)) {
            expect("guest: exited with code 1: Exception in thread \"main\" java.lang.StackOverflowError");
            expect("restarted (3)");
        }
    }

    @Test
    void theJdksThreadsMayComputeAndAreToldWhatElseTheyMayNot() throws IOException, InterruptedException {
        String refusal =
                "on the desk no thread that the JDK makes for itself may use the SDK and the standard streams: \"timer\"";
        try (DeskSession session = boot(Threaded.class)) {
            expect("sum 499500");
            expect("name: " + refusal);
            expect("out: " + refusal);
            expect("exit: " + refusal);
            expect(
                    "guest: exited with code 1: Exception in thread \"main\" java.lang.IllegalStateException: all is said <"
                            + " at ristretto.test.desk.Threaded.main(Threaded.java:");
        }
    }

    private void expect(String text) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (!shown.toString(StandardCharsets.UTF_8).contains(text) && System.currentTimeMillis() < end) {
            Thread.sleep(20);
        }
        String all = shown.toString(StandardCharsets.UTF_8);
        assertTrue(all.contains(text), () -> "expected " + text + ", got " + all);
    }
}
