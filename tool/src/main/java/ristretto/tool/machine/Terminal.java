package ristretto.tool.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The user's terminal while QEMU has it in raw mode. However the run ends (guest powered off, Ctrl-A X, QEMU killed, we killed), QEMU is
 * gone and the terminal is as it was.
 */
public final class Terminal {
    private static final int PATIENCE_SECONDS = 3;

    /** Runs a command on our own standard input and output; answers its exit code. */
    public static int run(List<String> command) throws IOException, InterruptedException {
        Optional<String> settings = stty("-g");
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread onDeath = new Thread(() -> end(process, settings));
        Runtime.getRuntime().addShutdownHook(onDeath);
        int exitCode = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(onDeath);
        settings.ifPresent(Terminal::stty);
        return exitCode;
    }

    private static void end(Process process, Optional<String> settings) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
        settings.ifPresent(Terminal::stty);
    }

    /** Empty where standard input is no terminal. */
    private static Optional<String> stty(String argument) {
        try {
            Process process = new ProcessBuilder("stty", argument)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Terminal() {}
}
