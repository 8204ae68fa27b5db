package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ristretto.tool.image.AheadOfTimeCompiler;

/**
 * Programs of the corpus with a collector under stress: one that collects everything at every allocation, and one that does a tiny step at every
 * allocation; both look at the whole heap after each collection. The programs behave as on HotSpot. In a run of all tests these are a few; {@code ./ristretto test collector}
 * has all. One that has not ended after so many seconds of the processor's time must have said the same as HotSpot up to there; most must end.
 */
@Execution(ExecutionMode.CONCURRENT)
class CollectorStressTest {
    private static final boolean ALL = Boolean.getBoolean("ristretto.collector");
    private static final int LIMIT_SECONDS = ALL ? 20 : 10;
    private static final int ENDED_BY_FORCE = 137;
    private static final double LEAST_SHARE_THAT_ENDS = 0.9;

    private static final List<String> SOME = List.of(
            "ArgumentsProgram",
            "Arrays1",
            "Cleaners",
            "ExceptionFlow",
            "Lambdas",
            "References",
            "StackTraces",
            "Switching",
            "VirtualDispatch");

    @TempDir
    static Path classes;

    @TempDir
    static Path images;

    private static Corpus corpus;

    private static final AtomicInteger RUN = new AtomicInteger();
    private static final AtomicInteger ENDED = new AtomicInteger();

    private static synchronized Corpus corpus() throws IOException {
        if (corpus == null) {
            corpus = new Corpus(classes);
        }
        return corpus;
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> collectingAtEveryAllocation() throws IOException {
        return tests("always");
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> aStepAtEveryAllocation() throws IOException {
        return tests("steps");
    }

    private Stream<DynamicTest> tests(String mode) throws IOException {
        Corpus all = corpus();
        List<CorpusProgram> programs =
                ALL ? all.programs() : SOME.stream().map(all::program).toList();
        AheadOfTimeCompiler compiler = new AheadOfTimeCompiler(List.of("collect/" + mode));
        Path folder = Files.createDirectory(images.resolve(mode));
        List<DynamicTest> tests = new ArrayList<>();
        for (ProgramGroup group : ProgramGroup.of(compiler, all, programs, folder)) {
            for (CorpusProgram program : group.programs()) {
                tests.add(dynamicTest(mode + ' ' + program.mainClass(), () -> compare(group, program)));
            }
        }
        return tests.stream();
    }

    @AfterAll
    static void mostEnd() {
        System.out.println("collector: " + ENDED + " of " + RUN + " programs ended by themselves");
        assertTrue(ENDED.get() >= LEAST_SHARE_THAT_ENDS * RUN.get(), ENDED + " of " + RUN);
    }

    private void compare(ProgramGroup group, CorpusProgram program) throws IOException, InterruptedException {
        RunResult expected = corpus().onHotSpot(program);
        RunResult actual = corpus().runFor(LIMIT_SECONDS, group.command(program), program);
        RUN.incrementAndGet();
        if (actual.exitCode() == ENDED_BY_FORCE) {
            assertTrue(expected.output().startsWith(actual.output()), actual::output);
            return;
        }
        ENDED.incrementAndGet();
        assertEquals(expected, actual);
    }
}
