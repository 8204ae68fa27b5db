package ristretto.console;

/**
 * A person's terminal: lines end with carriage return and line feed, every received byte is a key. Both streams look
 * the same.
 */
final class RawMode implements Mode {
    private final ByteSink line;
    private boolean inLine;

    RawMode(ByteSink line) {
        this.line = line;
    }

    @Override
    public void write(int stream, byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                line.write('\r');
            }
            line.write(bytes[i]);
            inLine = bytes[i] != '\n';
        }
    }

    @Override
    public void freshLine() {
        if (inLine) {
            line.write('\r');
            line.write('\n');
            inLine = false;
        }
    }

    @Override
    public void exitCode(int code) {}

    @Override
    public int receive(int value) {
        return value & 0xff;
    }
}
