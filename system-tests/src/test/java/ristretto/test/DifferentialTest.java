package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.image.UserProgram;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ProgramRun;

/**
 * Compiled Java against HotSpot: the same class files, the same arguments and input, on both; standard output, standard error (with the stack
 * trace of an uncaught exception) and exit code must be equal. All programs as native ones of Linux, which takes milliseconds, and some that lean on
 * the machine or the platform on our kernel too.
 */
@Execution(ExecutionMode.CONCURRENT)
class DifferentialTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Arithmetic, memory, traces, streams, and a few of everything else. */
    private static final List<String> ON_OUR_KERNEL = List.of(
            "AppGarbage",
            "AppStreams",
            "ArgumentsProgram",
            "Arrays1",
            "BigNumbers",
            "Checksums",
            "ClassInitialisation",
            "Conversions",
            "ErrorStream",
            "ExceptionFlow",
            "ExitCode",
            "FloatingPoint",
            "Formatting",
            "GarbageRegisters",
            "GarbageTrees",
            "InputBytes",
            "IntArithmetic",
            "JdkTables",
            "Lambdas",
            "LeafFailures",
            "LongArithmetic",
            "MathFunctions",
            "OutOfMemory",
            "Recursion",
            "RuntimeErrors",
            "ScannerInput",
            "StackTraces",
            "Switching",
            "UncaughtCause",
            "UncaughtInLibrary",
            "VirtualDispatch");

    @TempDir
    static Path classes;

    @TempDir
    static Path images;

    private static Corpus corpus;

    private static synchronized Corpus corpus() throws IOException {
        if (corpus == null) {
            corpus = new Corpus(classes);
        }
        return corpus;
    }

    private interface Run {
        RunResult of(CorpusProgram program) throws IOException, InterruptedException;
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> behavesAsOnHotSpot() throws IOException {
        Corpus programs = corpus();
        List<DynamicTest> tests = new ArrayList<>();
        List<ProgramGroup> groups = ProgramGroup.of(programs, images);
        // Neighbours are of different groups, so that each of two threads first compiles one.
        for (int i = 0; i < groups.size(); i += 2) {
            addInTurn(groups.subList(i, Math.min(i + 2, groups.size())), tests);
        }
        return tests.stream();
    }

    private static void addInTurn(List<ProgramGroup> groups, List<DynamicTest> tests) throws IOException {
        Corpus programs = corpus();
        int most =
                groups.stream().mapToInt(group -> group.programs().size()).max().orElse(0);
        for (int i = 0; i < most; i++) {
            for (ProgramGroup group : groups) {
                if (i < group.programs().size()) {
                    CorpusProgram program = group.programs().get(i);
                    tests.add(test(program, one -> programs.run(group.command(one), one)));
                }
            }
        }
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> onOurKernelToo() throws IOException {
        Corpus programs = corpus();
        return ON_OUR_KERNEL.stream().map(name -> test(programs.program(name), DifferentialTest::onOurKernel));
    }

    private static DynamicTest test(CorpusProgram program, Run run) {
        return dynamicTest(program.mainClass(), () -> {
            RunResult expected = corpus().onHotSpot(program);
            RunResult actual = run.of(program);
            assertEquals(
                    expected.output(), actual.output(), () -> "standard output; standard error was " + actual.error());
            assertEquals(expected.error(), actual.error(), "standard error");
            assertEquals(expected.exitCode(), actual.exitCode(), "exit code");
        });
    }

    private static RunResult onOurKernel(CorpusProgram program) throws IOException, InterruptedException {
        UserProgram user = UserProgram.check(corpus().classFiles(program).toString(), program.mainClass());
        SystemDescription system = Systems.find(ImageFactory.HOUSE, "java", user.among(ImageFactory.HOUSE))
                .with(program.mainClass(), program.arguments());
        Path elf = images.resolve(program.mainClass() + ".elf");
        ImageFactory.builder().build(system, user.classPath(), elf);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        byte[] input = program.input().getBytes(StandardCharsets.UTF_8);
        int exitCode = ProgramRun.run(
                new Machine(elf, system.memoryBytes()), new ByteArrayInputStream(input), output, error, LIMIT);
        Files.delete(elf);
        return new RunResult(output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8), exitCode);
    }
}
