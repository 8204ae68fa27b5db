package ristretto.tool.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Puts standard input on the line for the console in framed mode: {@code DLE DLE} is a literal DLE, {@code DLE '.'} the end. */
public final class FramedInput {
    private static final int DLE = 0x10;
    private static final int BUFFER_BYTES = 4096;

    /** Returns at the end of the input, or when nobody listens any more. */
    public static void copy(InputStream input, OutputStream line) {
        byte[] buffer = new byte[BUFFER_BYTES];
        byte[] framed = new byte[2 * BUFFER_BYTES];
        try {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                line.write(framed, 0, frame(buffer, count, framed));
                line.flush();
            }
            line.write(new byte[] {DLE, '.'});
            line.flush();
        } catch (IOException e) {
            // The machine is off: nobody misses the rest.
        }
    }

    private static int frame(byte[] bytes, int count, byte[] framed) {
        int length = 0;
        for (int i = 0; i < count; i++) {
            framed[length++] = bytes[i];
            if (bytes[i] == DLE) {
                framed[length++] = DLE;
            }
        }
        return length;
    }

    private FramedInput() {}
}
