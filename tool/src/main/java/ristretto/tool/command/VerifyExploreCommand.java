package ristretto.tool.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ristretto.tool.House;
import ristretto.tool.verify.KernelTestClasses;

/**
 * {@code ./ristretto verify explore}: all sequences of system calls in small universes, by the kernel's classes on the JVM, each
 * compared with the specification. Exit code 1 where they differ, or a planted bug is not found.
 */
@Command(
        name = "explore",
        description = "Compare the kernel with its specification in all short sequences of system calls.")
public final class VerifyExploreCommand implements Callable<Integer> {
    private static final int QUICK_SECONDS = 40;
    private static final int FULL_SECONDS = 300;

    @Option(names = "--full", description = "as deep as five minutes of one processor allow, in place of 40 seconds")
    private boolean full;

    @Override
    public Integer call() throws Exception {
        KernelTestClasses classes = new KernelTestClasses(House.ofThisRun());
        return classes.run("ristretto.kernel.Explore", List.of(String.valueOf(full ? FULL_SECONDS : QUICK_SECONDS)));
    }
}
