package ristretto.tool.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The user's terminal while QEMU has it in raw mode. However the run ends (guest powered off, Ctrl-A X, QEMU killed, we killed), QEMU is
 * gone and the terminal is as it was.
 */
public final class Terminal {
    private static final int PATIENCE_SECONDS = 3;

    /** Runs QEMU on our own standard input and output; answers its exit code. */
    public static int run(List<String> command) throws IOException, InterruptedException {
        Optional<String> settings = stty("-g");
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        if (settings.isEmpty()) {
            builder.redirectInput(ProcessBuilder.Redirect.PIPE).redirectOutput(ProcessBuilder.Redirect.PIPE);
        }
        Process process = builder.start();
        Thread onDeath = new Thread(() -> end(process, settings));
        Runtime.getRuntime().addShutdownHook(onDeath);
        if (settings.isEmpty()) {
            connect(process);
        }
        int exitCode = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(onDeath);
        settings.ifPresent(Terminal::stty);
        return exitCode;
    }

    /**
     * Where standard input is no terminal all of it may be there before the machine is: it is held back until the firmware has set up the serial port,
     * which is when it first speaks.
     */
    private static void connect(Process process) throws IOException {
        InputStream output = process.getInputStream();
        byte[] buffer = new byte[4096];
        int count = output.read(buffer);
        Thread.ofPlatform().daemon().name("standard input").start(() -> feed(process.getOutputStream()));
        while (count >= 0) {
            System.out.write(buffer, 0, count);
            System.out.flush();
            count = output.read(buffer);
        }
    }

    /** Each piece goes on at once: who writes into a pipe may wait for an answer before he writes more. */
    private static void feed(OutputStream line) {
        try (line) {
            byte[] buffer = new byte[4096];
            for (int count = System.in.read(buffer); count >= 0; count = System.in.read(buffer)) {
                line.write(buffer, 0, count);
                line.flush();
            }
        } catch (IOException e) {
            // The machine is off: nobody misses the rest.
        }
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

    /** Runs {@code stty} on our standard input; empty where that is no terminal. */
    public static Optional<String> stty(String... arguments) {
        try {
            Process process = new ProcessBuilder(Stream.concat(Stream.of("stty"), Stream.of(arguments))
                            .toList())
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
