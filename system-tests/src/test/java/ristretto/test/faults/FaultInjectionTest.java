package ristretto.test.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ristretto.test.Campaign;
import ristretto.test.ImageFactory;

/**
 * Flipped bits and changed instructions in console, counter, the entropy device's driver and a process that sends through a ring ({@code docs/faults.md}): the system never ends by them, no
 * other process does, and all services answer again.
 *
 * <p>{@code -Dristretto.faults=100000} puts in so many ({@code ./ristretto test faults --full} does that), {@code -Dristretto.faults.first=N} begins at another
 * seed. A long run is made of shards of {@value #SHARD}, writes down in {@code build/faults/done} how each ended, and goes on behind them when it was interrupted; the figures are those of all shards, also of earlier runs. {@code -Dristretto.faults.json=FILE}:
 * they are written there, too.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultInjectionTest {
    private static final int QUICK = 200;
    private static final int SHARD = 500;
    private static final long FAULTS = Long.getLong("ristretto.faults", QUICK);
    private static final long FIRST = Long.getLong("ristretto.faults.first", 1);
    private static final Path KEPT = ImageFactory.HOUSE.build().resolve("faults");
    private static final double LEAST_THAT_MANIFEST = 0.03;

    private static final String JSON = System.getProperty("ristretto.faults.json");

    @TempDir
    static Path folder;

    private static FaultSystem system;

    private static final Tally ALL = new Tally();

    private static synchronized FaultSystem system() throws IOException {
        if (system == null) {
            system = FaultSystem.build(folder.resolve("faults.elf"));
        }
        return system;
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> harmNobodyElse() throws IOException {
        boolean isLong = FAULTS > QUICK;
        Campaign campaign = isLong
                ? new Campaign(KEPT.resolve("done"), FAULTS + " from " + FIRST, (FAULTS + SHARD - 1) / SHARD)
                : null;
        if (isLong) {
            campaign.results().forEach(ALL::addAll);
        }
        List<DynamicTest> tests = new ArrayList<>();
        long seed = FIRST;
        for (long faults = 0; faults < FAULTS; faults += SHARD) {
            long next = seed++;
            int some = (int) Math.min(SHARD, FAULTS - faults);
            if (!isLong || !campaign.hasEnded(next)) {
                tests.add(dynamicTest(some + " faults, seed " + next, () -> {
                    Shard shard = new Shard(next, some, system(), folder, KEPT);
                    Tally tally = shard.run();
                    ALL.addAll(tally);
                    if (isLong) {
                        System.out.println("faults: seed " + next + ": " + tally.figures());
                        campaign.end(next, tally.toJson());
                    }
                    assertEquals(0, tally.bad(), () -> "see " + shard.log() + "\n" + tally.table());
                }));
            }
        }
        return tests.stream();
    }

    /** Also by shards of earlier runs nobody else was harmed; and faults that nobody ever sees would be none. */
    @AfterAll
    static void someAreSeen() throws IOException {
        System.out.println(ALL.table());
        if (JSON != null) {
            Files.writeString(
                    Path.of(JSON),
                    new GsonBuilder().setPrettyPrinting().create().toJson(ALL.figures()) + "\n");
        }
        assertEquals(0, ALL.bad(), ALL::table);
        assertTrue(ALL.manifested() >= LEAST_THAT_MANIFEST * ALL.injected(), ALL::table);
    }
}
