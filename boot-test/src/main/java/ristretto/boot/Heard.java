package ristretto.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** All that has come from a serial line, and how far it was looked at. */
final class Heard {
    private static final int SHOWN_ON_FAILURE = 4000;
    private static final Duration MOST_NOISE = Duration.ofMinutes(1);
    private static final int LOOK_AGAIN_MS = 100;

    private final StringBuffer text = new StringBuffer();
    private int position;

    void add(byte[] bytes, int offset, int length) {
        synchronized (text) {
            text.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
            text.notifyAll();
        }
    }

    /**
     * Waits until this text comes; answers what came before it, since the last expected text.
     *
     * @param moreMayCome asked now and then
     * @throws IOException where it does not come in time; the message has what came instead
     */
    String expect(String wanted, Duration patience, BooleanSupplier moreMayCome)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (text) {
            while (true) {
                boolean last = !moreMayCome.getAsBoolean();
                int found = text.indexOf(wanted, position);
                if (found >= 0) {
                    String before = text.substring(position, found);
                    position = found + wanted.length();
                    return before;
                }
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || last) {
                    throw new IOException(
                            "expected \"" + wanted + "\" within " + patience.toSeconds() + " s, got:\n" + tail());
                }
                text.wait(Math.min(left, LOOK_AGAIN_MS));
            }
        }
    }

    /**
     * Passes over everything that comes, until nothing has come for so long.
     *
     * @throws IllegalStateException where it never was quiet in a minute
     */
    void skipUntilQuiet(Duration quiet) throws InterruptedException {
        long end = System.nanoTime() + MOST_NOISE.toNanos();
        synchronized (text) {
            do {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "expected " + quiet.toMillis() + " ms without a word within a minute, heard: " + tail());
                }
                position = text.length();
                text.wait(quiet.toMillis());
            } while (text.length() > position);
        }
    }

    /** The last of it, for a message. */
    String tail() {
        return text.substring(Math.max(0, text.length() - SHOWN_ON_FAILURE));
    }

    /** All but so many characters at the beginning. */
    String after(int characters) {
        return text.substring(characters);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
