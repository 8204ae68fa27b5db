package ristretto.tool.machine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Boots a machine whose console is framed, and connects the one program on it with three streams of ours. */
public final class ProgramRun {
    private static final int POWER_OFF_SECONDS = 5;

    /** As the other {@code run}, for as long as it takes. */
    public static int run(Machine machine, InputStream input, OutputStream output, OutputStream error)
            throws IOException, InterruptedException {
        return run(machine, input, output, error, Duration.ofDays(365));
    }

    /**
     * The program's exit code.
     *
     * @param limit after this time the machine is switched off
     * @throws IOException where the machine went off without one; the message has what it said
     */
    public static int run(Machine machine, InputStream input, OutputStream output, OutputStream error, Duration limit)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(machine.onPipes())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread onDeath = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(onDeath);
        try {
            Thread watch = Thread.ofPlatform().daemon().name("time limit").start(() -> end(process, limit));
            BufferedInputStream line = new BufferedInputStream(process.getInputStream());
            awaitFirstByte(line);
            Thread.ofPlatform()
                    .daemon()
                    .name("standard input")
                    .start(() -> FramedInput.copy(input, process.getOutputStream()));
            FramedOutput framed = new FramedOutput(line, output, error);
            OptionalInt exitCode = framed.copy();
            watch.interrupt();
            boolean off = process.waitFor(POWER_OFF_SECONDS, TimeUnit.SECONDS);
            if (exitCode.isEmpty()) {
                throw new IOException("the machine went off (QEMU's exit code "
                        + (off ? process.exitValue() : "still unknown") + ") before the program ended\n"
                        + framed.bootText());
            }
            return exitCode.getAsInt();
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(onDeath);
        }
    }

    /** The firmware speaks when it has set up the serial port, and what reaches the port before that is lost. */
    private static void awaitFirstByte(BufferedInputStream line) throws IOException {
        line.mark(1);
        line.read();
        line.reset();
    }

    private static void end(Process process, Duration limit) {
        try {
            Thread.sleep(limit);
            process.destroyForcibly();
        } catch (InterruptedException e) {
            // It ended in time.
        }
    }

    private ProgramRun() {}
}
