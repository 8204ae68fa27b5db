package ristretto.tool.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ristretto.tool.House;
import ristretto.tool.verify.Proofs;
import ristretto.tool.verify.WorstTimes;

/**
 * {@code ./ristretto verify}: proofs about the kernel's class files, with JBMC. Exit code 1 where a proof fails or a planted bug is not
 * refuted.
 */
@Command(
        name = "verify",
        description = "Prove the kernel's invariants on the class files that go into the image.",
        subcommands = {VerifyExploreCommand.class, VerifyFuzzCommand.class})
public final class VerifyCommand implements Callable<Integer> {
    @Option(
            names = "--quick",
            description = "Only the proofs that every test run does, each with its first planted bug.")
    private boolean quick;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "Only proofs whose name begins so, as in Scheduler or Scheduler.take.")
    private List<String> names = List.of();

    @Override
    public Integer call() throws Exception {
        return new Proofs(House.ofThisRun()).run(quick, names) ? 0 : 1;
    }

    @Command(
            name = "time",
            description = "How many instructions the kernel runs at most with interrupts off, from its machine code."
                    + " Exit code 1 where that is more than 10,000.")
    int time(
            @Option(names = "--json", paramLabel = "FILE", description = "Write the path to this file, too.") Path json)
            throws IOException {
        return new WorstTimes(House.ofThisRun()).run(json) ? 0 : 1;
    }

    // Each further kind of verification is a subcommand: a class, or a method here, annotated @Command(name,
    // description).
}
