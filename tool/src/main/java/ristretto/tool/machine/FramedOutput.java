package ristretto.tool.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * Takes apart what the console writes in framed mode: {@code DLE 'o'} and {@code DLE 'e'} say that standard output or standard error
 * follows, {@code DLE 'x'}, decimal digits and a line feed are the exit code, {@code DLE DLE} is a literal DLE. What comes
 * before the first of them is the firmware's and the kernel's, and is only kept in case the program never starts.
 */
public final class FramedOutput {
    private static final int DLE = 0x10;

    private final InputStream line;
    private final OutputStream output;
    private final OutputStream error;
    private final ByteArrayOutputStream bootText = new ByteArrayOutputStream();
    private OutputStream current = bootText;
    private OptionalInt exitCode = OptionalInt.empty();

    public FramedOutput(InputStream line, OutputStream output, OutputStream error) {
        this.line = line;
        this.output = output;
        this.error = error;
    }

    /** Passes on everything up to the exit code, or to the end of the line; empty where no exit code came. */
    public OptionalInt copy() throws IOException {
        for (int next = read(); next >= 0 && exitCode.isEmpty(); next = exitCode.isEmpty() ? read() : -1) {
            if (next == DLE) {
                command(line.read());
            } else {
                current.write(next);
            }
        }
        output.flush();
        error.flush();
        return exitCode;
    }

    /** What was written before the program had a say. */
    public String bootText() {
        return bootText.toString(StandardCharsets.UTF_8);
    }

    /** Whatever was passed on is shown before we wait for more. */
    private int read() throws IOException {
        if (line.available() == 0) {
            output.flush();
            error.flush();
        }
        return line.read();
    }

    private void command(int command) throws IOException {
        switch (command) {
            case 'o' -> current = output;
            case 'e' -> current = error;
            case DLE -> current.write(DLE);
            case 'x' -> exitCode = OptionalInt.of(number());
            default -> throw new IOException("unknown command " + command + " in the console's output");
        }
    }

    private int number() throws IOException {
        int value = 0;
        boolean negative = false;
        for (int digit = line.read(); digit != '\n'; digit = line.read()) {
            if (digit == '-') {
                negative = true;
            } else if (digit >= '0' && digit <= '9') {
                value = value * 10 + digit - '0';
            } else {
                throw new IOException("no digit in the exit code: " + digit);
            }
        }
        return negative ? -value : value;
    }
}
