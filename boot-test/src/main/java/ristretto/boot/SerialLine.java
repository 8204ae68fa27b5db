package ristretto.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A booted machine whose serial line we read and write, for tests and measurements. Everything waits for a bounded time, and closing it
 * leaves no process behind.
 */
public class SerialLine implements Line {
    private final Process process;
    private final Thread reader;
    private final Thread onDeath;
    private final Heard heard = new Heard();

    /** @param machine what starts it; its standard input and output are the serial line */
    public SerialLine(ProcessBuilder machine) throws IOException {
        process = machine.start();
        onDeath = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(onDeath);
        reader = Thread.ofPlatform().daemon().name("serial line").start(this::listen);
    }

    /**
     * Waits until this text comes; answers what came before it, since the last expected text.
     *
     * @throws IOException where it does not come in time; the message has what came instead
     */
    @Override
    public String expect(String text, Duration patience) throws IOException, InterruptedException {
        return heard.expect(text, patience, reader::isAlive);
    }

    /** Passes over everything that comes, until nothing has come for so long. */
    public void skipUntilQuiet(Duration quiet) throws InterruptedException {
        heard.skipUntilQuiet(quiet);
    }

    /** @throws IOException if the machine is off; the message has what it said last */
    @Override
    public void send(String text) throws IOException {
        try {
            process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new IOException("the machine takes no input (" + e.getMessage() + "):\n" + heard.tail(), e);
        }
    }

    /** All that has come so far. */
    @Override
    public String heard() {
        return heard.toString();
    }

    /** What has come so far, but for so many characters at its beginning. */
    public String heardAfter(int characters) {
        return heard.after(characters);
    }

    /** QEMU's exit code, once the machine is off. */
    public int exitCode(Duration patience) throws IOException, InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("the machine is still on after " + patience.toSeconds() + " s:\n" + heard.tail());
        }
        reader.join();
        return process.exitValue();
    }

    @Override
    public void close() {
        end();
        try {
            process.waitFor();
            Runtime.getRuntime().removeShutdownHook(onDeath);
        } catch (IllegalStateException e) {
            // The JVM is ending already, and the hook does the same.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever has started the machine may have done so by way of others. */
    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void listen() {
        byte[] buffer = new byte[4096];
        try (InputStream line = process.getInputStream()) {
            for (int count = line.read(buffer); count >= 0; count = line.read(buffer)) {
                heard.add(buffer, 0, count);
            }
        } catch (IOException e) {
            // QEMU was ended: nothing more comes.
        }
    }
}
