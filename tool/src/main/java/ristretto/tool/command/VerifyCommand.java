package ristretto.tool.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ristretto.tool.House;
import ristretto.tool.verify.Proofs;

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

    // Each further kind of verification is a subcommand: a class, or a method here, annotated @Command(name, description).
}
