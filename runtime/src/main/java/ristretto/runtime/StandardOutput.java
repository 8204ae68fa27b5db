package ristretto.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import ristretto.runtime.platform.StandardStreams;

/**
 * Standard output and error as streams of the JDK. Made at build time, so they are part of the image. Nothing is held
 * back here: a line that was printed has been sent, whatever happens next.
 */
public final class StandardOutput extends OutputStream {
    public static final PrintStream OUTPUT = stream(StandardStreams.OUTPUT);
    public static final PrintStream ERROR = stream(StandardStreams.ERROR);

    private final int stream;

    private StandardOutput(int stream) {
        this.stream = stream;
    }

    private static PrintStream stream(int stream) {
        return new PrintStream(new StandardOutput(stream), false, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if ((offset | length | bytes.length - offset - length) < 0) {
            throw new IndexOutOfBoundsException();
        }
        StandardStreams.write(stream, bytes, offset, length);
    }
}
