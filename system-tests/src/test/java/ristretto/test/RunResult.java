package ristretto.test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ProgramRun;

/** What a program leaves behind. */
record RunResult(String output, String error, int exitCode) {

    /** That of a machine whose program ends it, and has nothing to read. */
    static RunResult of(Machine machine) throws IOException, InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int exitCode = ProgramRun.run(machine, new ByteArrayInputStream(new byte[0]), output, error, Waits.COMMAND);
        return new RunResult(output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8), exitCode);
    }
}
