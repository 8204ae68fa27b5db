package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ristretto.tool.image.Optimisation;

/**
 * Random programs behave as on HotSpot. A seed that once differed is listed in {@code generated-regressions.txt} and runs for ever.
 *
 * <p>{@code -Dristretto.generated.count=5000} runs so many ({@code ./ristretto test generated --full} does that), {@code -Dristretto.generated.first=N} others.
 * A run of more than the default writes down which batches were good, in {@code build/generated/done}; if it was interrupted, the next one, of
 * the same sources, goes on behind them.
 */
@Execution(ExecutionMode.CONCURRENT)
class GeneratedProgramsTest {
    private static final int BATCH = 50;
    private static final int QUICK = 200;

    private static final int COUNT = Integer.getInteger("ristretto.generated.count", QUICK);
    private static final long FIRST = Long.getLong("ristretto.generated.first", 0);
    private static final Path DONE = GeneratedBatch.KEPT.resolve("done");

    @TempDir
    Path folder;

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> behaveAsOnHotSpot() throws IOException {
        boolean isLong = COUNT > QUICK;
        Campaign campaign = isLong ? new Campaign(DONE, COUNT + " from " + FIRST, (COUNT + BATCH - 1) / BATCH) : null;
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i * BATCH < COUNT; i++) {
            long first = FIRST + i * BATCH;
            long end = FIRST + Math.min((i + 1) * BATCH, COUNT);
            Optimisation level = i % 2 == 0 ? Optimisation.SPEED : Optimisation.SIZE;
            if (!isLong || !campaign.hasEnded(first)) {
                tests.add(dynamicTest("seeds " + first + " to " + (end - 1), () -> {
                    check(LongStream.range(first, end).boxed().toList(), level);
                    if (isLong) {
                        campaign.good(first);
                    }
                }));
            }
        }
        return tests.stream();
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> thatOnceDifferedDoNoMore() throws IOException {
        List<Long> seeds = regressions();
        if (seeds.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(Optimisation.values())
                .map(level -> dynamicTest("earlier differences, for " + level, () -> check(seeds, level)));
    }

    private void check(List<Long> seeds, Optimisation level) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory(folder, "batch");
        List<String> differences = new GeneratedBatch(seeds, level, own).differences();
        assertEquals(List.of(), differences, () -> String.join("\n", differences));
    }

    private static List<Long> regressions() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                GeneratedProgramsTest.class.getResourceAsStream("generated-regressions.txt"),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Long.valueOf(line.split(" ")[0]))
                    .toList();
        }
    }
}
