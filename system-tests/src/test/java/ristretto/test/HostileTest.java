package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ristretto.abi.ArchiveLayout;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.KernelKind;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;

/**
 * A process that makes random system calls on the kernel's debug build, and a victim beside it: see {@code ristretto.bench.hostile.Overseer}. No panic, no
 * broken invariant, no byte of the victim changed. A machine counts instructions, so that a seed does the same each time on the same sources.
 *
 * <p>{@code -Dristretto.hostile.calls=10000000} makes so many calls ({@code ./ristretto test hostile --full} does that),
 * {@code -Dristretto.hostile.first=N} begins at another seed. A run of more than the default is made of shards of {@value #SHARD} calls, and
 * writes down which were good in {@code build/hostile/done}; if it was interrupted, the next one, of the same sources, goes on behind them.
 * What a shard said that was not lies in {@code build/hostile/SEED.log}.
 */
@Execution(ExecutionMode.CONCURRENT)
class HostileTest {
    private static final int QUICK = 10_000;
    private static final int SHARD = 50_000;
    /** Seeds between two shards: more than rounds of one. */
    private static final long SEEDS = 1_000_000;

    private static final long CALLS = Long.getLong("ristretto.hostile.calls", QUICK);
    private static final long FIRST = Long.getLong("ristretto.hostile.first", 1);
    private static final Path KEPT = ImageFactory.HOUSE.build().resolve("hostile");
    private static final Path DONE = KEPT.resolve("done");

    private static final long BYTES = 16 << 20;
    private static final int HEAP = 256 << 10;
    private static final int STACK = 64 << 10;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Pattern END = Pattern.compile("\nend (\\d+) calls, (\\d+) rounds");

    /** Of 42 kinds; the kernel's log, which would mix with the rounds' own lines, is not given. */
    private static final int LEAST_GRANTED = 34;

    private static final Pattern KIND = Pattern.compile("\nkind \\d+: \\d+ made, [1-9]\\d* granted");

    @TempDir
    Path folder;

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> harmsNobody() throws IOException {
        boolean isLong = CALLS > QUICK;
        Campaign campaign = isLong ? new Campaign(DONE, CALLS + " from " + FIRST, (CALLS + SHARD - 1) / SHARD) : null;
        List<DynamicTest> tests = new ArrayList<>();
        long shard = 0;
        for (long calls = 0; calls < CALLS; calls += SHARD) {
            long seed = FIRST + SEEDS * shard++;
            long some = Math.min(SHARD, CALLS - calls);
            if (!isLong || !campaign.hasEnded(seed)) {
                tests.add(dynamicTest(some + " calls from seed " + seed, () -> {
                    String end = run(seed, some);
                    if (isLong) {
                        System.out.println("hostile: seed " + seed + ": " + end);
                        campaign.good(seed);
                    }
                }));
            }
        }
        return tests.stream();
    }

    private String run(long seed, long calls) throws IOException, InterruptedException {
        Path elf = boot(seed, calls);
        try (Conversation conversation = new Conversation(new Machine(elf, BYTES, true))) {
            int exitCode = conversation.exitCode(PATIENCE);
            String said = conversation.heard().replace("\r", "");
            Matcher end = END.matcher(said);
            if (CALLS > QUICK) {
                Files.createDirectories(KEPT);
                Files.writeString(KEPT.resolve(seed + ".log"), said);
            }
            boolean good = exitCode == 0 && end.find() && Long.parseLong(end.group(1)) >= calls;
            if (!good) {
                Files.createDirectories(KEPT);
                Files.writeString(KEPT.resolve(seed + ".log"), said);
            }
            assertTrue(good, () -> "seed " + seed + ", " + calls + " calls, exit code " + exitCode + ":\n" + said);
            assertTrue(granted(said) >= LEAST_GRANTED, () -> "nearly all is refused:\n" + said);
            return end.group().strip();
        }
    }

    /** How many kinds of calls, and of operations, were not refused each time. */
    private static long granted(String said) {
        return KIND.matcher(said).results().count();
    }

    private Path boot(long seed, long calls) throws IOException {
        ByteBuffer orders = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        orders.putLong(seed).putLong(calls);
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(ArchiveLayout.ROOT, image("overseer", "ristretto.bench.hostile.Overseer"));
        entries.put("hostile", image("hostile", "ristretto.bench.hostile.Hostile"));
        entries.put("victim", image("victim", "ristretto.bench.hostile.Victim"));
        entries.put("orders", orders.array());
        AheadOfTimeCompiler compiler = new AheadOfTimeCompiler();
        Path kernel = new SystemBuilder(ImageFactory.HOUSE, compiler, KernelKind.DEBUG).kernel();
        Path elf = folder.resolve("boot-" + seed + ".elf");
        compiler.boot(kernel, entries, HEAP, STACK, elf);
        return elf;
    }

    private static byte[] image(String name, String main) throws IOException {
        return Files.readAllBytes(ImageFactory.builder().component(name, main));
    }
}
