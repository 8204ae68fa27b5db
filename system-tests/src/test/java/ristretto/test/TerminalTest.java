package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ristretto.tool.machine.ShellSession;

/** {@code ./ristretto run}, in QEMU and on the desk, on a real terminal (a pseudo-terminal, by {@code script}): raw while it runs, as before when it is over. */
class TerminalTest {
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"run", "run --on jvm"})
    void controlAThenXEndsItAndRestoresTheTerminal(String command) throws IOException, InterruptedException {
        assertEquals(0, runUntilPromptThen(command, "\001x"));
        assertTerminalIsAsBefore();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "run --on jvm"})
    void offEndsItAndRestoresTheTerminal(String command) throws IOException, InterruptedException {
        assertEquals(0, runUntilPromptThen(command, "off\r"));
        assertTerminalIsAsBefore();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "run --on jvm"})
    void controlCReachesTheShell(String command) throws IOException, InterruptedException {
        assertEquals(0, runUntilPromptThen(command, "nonsense\003off\r"));
    }

    /** Without a terminal input comes through a pipe; what is in it must not wait for its end. */
    @ParameterizedTest
    @ValueSource(strings = {"run", "run --on jvm"})
    void aPipeThatStaysOpenIsReadAsItIsWritten(String command) throws IOException, InterruptedException {
        ImageFactory.machine("demo");
        assertEquals(0, converse(ToolProcess.command(command.split(" ")), "off\r"));
    }

    private int runUntilPromptThen(String command, String keys) throws IOException, InterruptedException {
        assertTrue(Files.isExecutable(SCRIPT), "this test needs /usr/bin/script, of Debian's bsdutils");
        ImageFactory.machine("demo");
        String run = ToolProcess.command(command.split(" ")).stream()
                .map(w -> "'" + w + "'")
                .collect(Collectors.joining(" "));
        Path commands = Files.writeString(
                folder.resolve("commands.sh"), "stty -g > before\n" + run + "\ncode=$?\nstty -g > after\nexit $code\n");
        return converse(List.of(SCRIPT.toString(), "-qec", "sh " + commands, "/dev/null"), keys);
    }

    /** Runs the command, types the keys at the prompt while the keyboard stays open, and answers the exit code. */
    private int converse(List<String> command, String keys) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (OutputStream keyboard = process.getOutputStream()) {
            StringBuilder screen = new StringBuilder();
            while (screen.indexOf(ShellSession.PROMPT) < 0) {
                int next = process.getInputStream().read();
                assertTrue(next >= 0, "the terminal closed after: " + screen);
                screen.append((char) next);
            }
            keyboard.write(keys.getBytes(StandardCharsets.US_ASCII));
            keyboard.flush();
            process.getInputStream().readAllBytes();
            assertTrue(process.waitFor(Waits.COMMAND), "still running");
            return process.exitValue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private void assertTerminalIsAsBefore() throws IOException {
        List<String> before = Files.readAllLines(folder.resolve("before"));
        assertEquals(before, Files.readAllLines(folder.resolve("after")));
    }
}
