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
import ristretto.test.desk.Stuck;
import ristretto.tool.desk.DeskSession;

/** A process that computes in the JDK for ever is given up, and the system goes on: it gets its next life, and others are served. */
class StuckOnTheDeskTest {
    private static final long PATIENCE_MS = 60_000;

    private static final String PROCESS = """
            include = ["parts/console.toml"]

            [machine]
            memory = "16M"

            [process.stuck]
            main = "ristretto.test.desk.Stuck"
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

    @Test
    void itsNextLifeBegins() throws IOException, InterruptedException {
        System.clearProperty(Stuck.END);
        Files.createSymbolicLink(
                folder.resolve("parts"), ImageFactory.HOUSE.systems().resolve("parts"));
        Path system = Files.writeString(folder.resolve("stuck.toml"), PROCESS);
        String classes = ImageFactory.HOUSE
                .root()
                .resolve("system-tests/target/test-classes")
                .toString();
        try (DeskSession session = DeskSession.boot(ImageFactory.HOUSE.root(), system.toString(), "", classes, shown)) {
            expect("life 1 of many");
            expect("stuck: missed its heartbeat, at ");
            expect("life 2 of many");
            expect("restarted (2)");
            expect("life 3 of many");
            expect("stuck: exited with code 7");
        } finally {
            System.setProperty(Stuck.END, "now");
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
