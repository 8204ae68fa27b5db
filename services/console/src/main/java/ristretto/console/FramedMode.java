package ristretto.console;

import ristretto.abi.StreamProtocol;

/**
 * A program's terminal: all bytes arrive as they are, and the byte DLE (0x10) tells apart what travels. Out: DLE {@code
 * o} or DLE {@code e}, what follows is standard output or error; DLE {@code x}, decimal exit code, line feed; DLE DLE,
 * the byte itself. In: DLE {@code .}, the input ends; DLE DLE, the byte itself.
 */
final class FramedMode implements Mode {
    private static final int ESCAPE = 0x10;

    private final ByteSink line;
    private int stream;
    private boolean escaped;

    FramedMode(ByteSink line) {
        this.line = line;
    }

    @Override
    public void write(int newStream, byte[] bytes, int length) {
        if (newStream != stream) {
            stream = newStream;
            line.write(ESCAPE);
            line.write(newStream == StreamProtocol.ERROR ? 'e' : 'o');
        }
        for (int i = 0; i < length; i++) {
            if (bytes[i] == ESCAPE) {
                line.write(ESCAPE);
            }
            line.write(bytes[i]);
        }
    }

    @Override
    public void freshLine() {}

    @Override
    public void exitCode(int code) {
        line.write(ESCAPE);
        line.write('x');
        String digits = Integer.toString(code);
        for (int i = 0; i < digits.length(); i++) {
            line.write(digits.charAt(i));
        }
        line.write('\n');
    }

    @Override
    public void receive(int value, Input input) {
        if (!escaped && value == ESCAPE) {
            escaped = true;
            return;
        }
        boolean special = escaped;
        escaped = false;
        if (!special || value == ESCAPE) {
            input.add(value);
        } else if (value == '.') {
            input.end();
        }
    }
}
