package ristretto.tool.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ristretto.tool.House;
import ristretto.tool.verify.KernelTestClasses;

/**
 * {@code ./ristretto verify fuzz}: Jazzer looks for sequences of system calls for which the kernel's classes and the specification
 * differ, guided by what of the kernel they reach. Exit code 1 where it finds one, which then lies with the inputs of
 * every test run.
 */
@Command(
        name = "fuzz",
        description = "Look for inputs for which the kernel differs from its specification, guided by coverage.")
public final class VerifyFuzzCommand implements Callable<Integer> {
    /** Of half a minute each, as the test says; what one has kept the next goes on from. */
    private static final int FULL_ROUNDS = 10;

    @Option(names = "--full", description = "five minutes, in place of half a minute")
    private boolean full;

    @Override
    public Integer call() throws Exception {
        KernelTestClasses classes = new KernelTestClasses(House.ofThisRun());
        for (int round = 1; round <= (full ? FULL_ROUNDS : 1); round++) {
            List<String> said = classes.fuzz("SpecificationFuzzTest");
            said.forEach(System.out::println);
            if (said.stream().noneMatch(line -> line.startsWith("Done "))) {
                return 1;
            }
        }
        return 0;
    }
}
