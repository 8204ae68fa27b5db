package ristretto.boot;

import java.io.IOException;
import java.time.Duration;

/** A system that runs, in QEMU or on the desk, for the test that has it as a parameter: its console is read and written here. */
public final class BootedSystem implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("ristretto.patience", 60));

    private final Line line;

    BootedSystem(Line line) {
        this.line = line;
    }

    /**
     * Waits until the console shows this text: for a minute at most, or as many seconds as the system property {@code ristretto.patience} says.
     *
     * @return what it showed before, since the text that was expected last; lines end with a line feed
     * @throws AssertionError where it does not come; the message shows what came instead
     */
    public String expect(String text) {
        return expect(text, PATIENCE);
    }

    /** The same with another patience. */
    public String expect(String text, Duration patience) {
        try {
            return line.expect(text, patience).replace("\r", "");
        } catch (IOException e) {
            throw new AssertionError(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for \"" + text + "\"", e);
        }
    }

    /** Types a line at the console, with the return key at its end. */
    public void type(String text) {
        try {
            line.send(text + "\r");
        } catch (IOException e) {
            throw new AssertionError("the machine is off: \"" + text + "\" cannot be typed", e);
        }
    }

    /** All that the console has shown so far. */
    public String shown() {
        return line.heard().replace("\r", "");
    }

    /** Pulls the plug. */
    @Override
    public void close() {
        line.close();
    }
}
