package ristretto.tool.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import ristretto.tool.House;
import ristretto.tool.Progress;
import ristretto.tool.machine.GdbScript;
import ristretto.tool.machine.Machine;

/** {@code --gdb}: the machine stands still before its first instruction until gdb lets it go. */
final class GdbOption {
    private static final String DEFAULT_PORT = "1234";

    @Option(
            names = "--gdb",
            arity = "0..1",
            fallbackValue = DEFAULT_PORT,
            paramLabel = "PORT",
            description = "Wait for gdb, at this TCP port of this computer (1234), and say what to type.")
    private String port;

    boolean isPresent() {
        return port != null;
    }

    /** The machine as it waits; tells whoever waits for it what to type. */
    Machine waiting(House house, String system, List<Path> symbols, Machine machine) throws IOException {
        Path script = GdbScript.write(house.build().resolve("gdb"), system, symbols, "localhost:" + port);
        Progress.say("waiting for gdb. In another terminal: gdb-multiarch -x %s", script);
        Progress.say("then, for example: break Counter.java:12, continue, info locals, backtrace");
        return machine.waitingFor("tcp:127.0.0.1:" + port);
    }
}
