package ristretto.boot;

import java.io.IOException;
import java.time.Duration;

/** The serial line of a machine that has been switched on, in an emulator or on the desk. */
interface Line extends AutoCloseable {
    /**
     * Waits until this text comes; answers what came before it, since the last expected text.
     *
     * @throws IOException where it does not come in time; the message has what came instead
     */
    String expect(String text, Duration patience) throws IOException, InterruptedException;

    void send(String text) throws IOException;

    /** All that has come so far. */
    String heard();

    /** Pulls the machine's plug. */
    @Override
    void close();
}
