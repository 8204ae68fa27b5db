package ristretto.tool.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ristretto bench}: our figures beside the anchors'. */
@Command(name = "bench", description = "Measure, by counted instructions, and print a table beside seL4's and Linux's figures.")
public final class BenchCommand implements Callable<Integer> {
    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to this file.")
    private Path json;

    @Override
    public Integer call() throws Exception {
        throw new ristretto.tool.UserError("nothing to measure yet");
    }
}
