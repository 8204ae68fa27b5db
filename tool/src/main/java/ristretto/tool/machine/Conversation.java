package ristretto.tool.machine;

import java.io.IOException;
import ristretto.boot.SerialLine;

/** A booted machine whose serial line we read and write, for tests and measurements. */
public final class Conversation extends SerialLine {
    public Conversation(Machine machine) throws IOException {
        super(new ProcessBuilder(machine.onPipes()).redirectErrorStream(true));
    }
}
