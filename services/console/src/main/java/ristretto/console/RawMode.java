package ristretto.console;

/**
 * A person's terminal: lines end with carriage return and line feed, every received byte is a key. Both streams look
 * the same. Programs that edit lines themselves want it so.
 */
class RawMode implements Mode {
    private final ByteSink line;
    private boolean inLine;

    RawMode(ByteSink line) {
        this.line = line;
    }

    @Override
    public void write(int stream, byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            show(bytes[i]);
        }
    }

    /** Sends one byte to the terminal. */
    final void show(int value) {
        if (value == '\n') {
            line.write('\r');
        }
        line.write((byte) value);
        inLine = value != '\n';
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
    public void receive(int value, Input input) {
        input.add(value);
    }
}
