package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.description.Components;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.Systems;
import ristretto.tool.image.UserProgram;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ProgramRun;
import ristretto.tool.machine.ShellSession;

/** The date, from the board's clock, which QEMU sets to the host's: in the shell, and in {@code System.currentTimeMillis} of who uses the service. */
class WallClockTest {
    private static final String PROGRAM = """
            import java.time.Instant;
            public class Dates {
                public static void main(String[] arguments) throws Exception {
                    System.out.println(Instant.now());
                    long date = System.currentTimeMillis();
                    long time = System.nanoTime();
                    Thread.sleep(50);
                    long went = System.currentTimeMillis() - date;
                    System.out.println(went >= 49 && went <= (System.nanoTime() - time) / 1_000_000 + 1);
                }
            }
            """;

    @TempDir
    Path folder;

    /** The host may have been asked before midnight, and may be slow. */
    static void assertIsNow(String date) {
        String text = date.strip();
        assertTrue(text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([.]\\d+)?Z"), text);
        Duration difference = Duration.between(Instant.parse(text), Instant.now());
        assertTrue(difference.abs().compareTo(Duration.ofDays(1)) < 0, text);
    }

    @Test
    void theShellSaysTheDateAlsoAfterTheDriversCrash() throws IOException, InterruptedException {
        try (ShellSession shell = new ShellSession(ImageFactory.machine("demo"))) {
            assertIsNow(shell.run("date"));
            assertTrue(shell.run("crash clock").contains("; restarted (1)"));
            assertIsNow(shell.run("date"));
        }
    }

    @Test
    void onlyTheDriverMayTouchTheClock() throws IOException, InterruptedException {
        try (ShellSession shell = new ShellSession(ImageFactory.machine("demo"))) {
            assertTrue(shell.run("caps clock").contains("at 0x101000"));
            for (String process : List.of("supervisor", "console", "counter", "rogue", "shell")) {
                String capabilities = shell.run("caps " + process);
                assertFalse(capabilities.contains("at 0x101000"), capabilities);
            }
        }
    }

    @Test
    void whereThereIsNoClockTheShellSaysSo() throws IOException, InterruptedException {
        SystemDescription system =
                system("demo", "[process.shell]\nuses = [\"console\"]\n", new HouseComponents(ImageFactory.HOUSE));
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("without.elf"));
        try (ShellSession shell = new ShellSession(Machine.of(elf, system.platform()))) {
            assertEquals(
                    "date: this system gives the shell no service clock",
                    shell.run("date").strip());
            assertEquals(
                    "count: this system gives the shell no service counter",
                    shell.run("count").strip());
        }
    }

    /** A driver that has ended for good takes neither the shell nor what it says along. */
    @Test
    void whereTheDriverHasStoppedTheShellSaysSo() throws IOException, InterruptedException {
        try (ShellSession shell = new ShellSession(ImageFactory.machine("demo"))) {
            shell.run("stop clock");
            assertEquals("the service does not answer", shell.run("date").strip());
            shell.run("start clock");
            assertIsNow(shell.run("date"));
        }
    }

    @Test
    void aProgramThatUsesTheClockHasTheDate() throws IOException, InterruptedException {
        List<String> said = run("");
        assertIsNow(said.get(0));
        assertEquals("true", said.get(1), "it goes as nanoTime does");
    }

    @Test
    void aProgramThatDoesNotUseItHasTheTimeSinceTheStart() throws IOException, InterruptedException {
        List<String> said = run("[process.program]\nuses = [\"entropy\"]\n");
        assertTrue(said.get(0).startsWith("1970-01-01T00:00:"), said::toString);
        assertEquals("true", said.get(1), "it goes as nanoTime does");
    }

    private SystemDescription system(String base, String changes, Components components) throws IOException {
        Path systems = ImageFactory.HOUSE.systems();
        String text = "include = [\"%s\", \"%s\"]\n%s"
                .formatted(systems.resolve(base + ".toml"), systems.resolve("parts/clock.toml"), changes);
        return Systems.find(
                ImageFactory.HOUSE,
                Files.writeString(folder.resolve(base + "-changed.toml"), text).toString(),
                components);
    }

    private List<String> run(String changes) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("Dates.java"), PROGRAM);
        String[] options = {"-d", folder.toString(), source.toString()};
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, options));
        UserProgram program = UserProgram.check(folder.toString(), "Dates");
        SystemDescription system =
                system("java", changes, program.among(ImageFactory.HOUSE)).with("Dates", List.of());
        Path elf = ImageFactory.builder().build(system, program.classPath(), folder.resolve("dates.elf"));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int exitCode = ProgramRun.run(
                Machine.of(elf, system.platform()),
                new ByteArrayInputStream(new byte[0]),
                output,
                error,
                Waits.COMMAND);
        assertEquals(0, exitCode, () -> error.toString(StandardCharsets.UTF_8));
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
