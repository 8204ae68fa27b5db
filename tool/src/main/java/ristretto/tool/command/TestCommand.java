package ristretto.tool.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ristretto.tool.House;
import ristretto.tool.Progress;
import ristretto.tool.UserError;

/**
 * {@code ./ristretto test}: every test of the repository, by {@code mvn test}. What a test class says for itself stays in Maven's log;
 * here is a line for each class, every failure in full, and as the last line how many passed and failed.
 *
 * <p>{@code ./ristretto test generated}: only the random programs against HotSpot; {@code --full}: 5,000 of them instead of 200, which takes most of an
 * hour, and goes on where it was interrupted. {@code hostile}: only the random system calls on the kernel's debug build; {@code --full}: 10 million
 * instead of 10,000, in the same manner. {@code faults}: only flipped bits and changed instructions; {@code --full}: 100,000 instead of 200. {@code collector}: the whole corpus while
 * the collector works at every allocation.
 */
@Command(name = "test", description = "Run every test: on the JVM, on booted images, and against HotSpot.")
public final class TestCommand implements Callable<Integer> {
    private static final Pattern CLASS_DONE = Pattern.compile(
            "Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+), Time elapsed: ([0-9.]+) s.* -- in (.*)");

    /** The class of each suite that can run alone. */
    private static final SortedMap<String, String> SUITES = new TreeMap<>(Map.of(
            "collector",
            "CollectorStressTest",
            "faults",
            "FaultInjectionTest",
            "generated",
            "GeneratedProgramsTest",
            "hostile",
            "HostileTest",
            "libraries",
            "LibraryTest"));

    private static final int FULL_COUNT = 5_000;
    private static final int FULL_FAULTS = 100_000;
    private static final int FULL_CALLS = 10_000_000;
    private static final int FULL_TIMEOUT_SECONDS = 6 * 3600;

    @Parameters(
            arity = "0..1",
            paramLabel = "SUITE",
            description =
                    "only this: collector (all programs, collecting at every allocation), faults (flipped bits and changed instructions), generated (random programs), hostile (random system calls), libraries (all of docs/libraries.md)")
    private String suite;

    @Option(
            names = "--full",
            description =
                    "with generated: 5,000 programs, in place of 200; with hostile: 10 million calls, in place of 10,000; with faults: 100,000, in place of 200")
    private boolean full;

    @Option(names = "--json", paramLabel = "FILE", description = "with faults: also write the figures to this file")
    private Path json;

    private int passed;
    private int failed;
    private int skipped;

    @Override
    public Integer call() throws Exception {
        House house = House.ofThisRun();
        Process process = new ProcessBuilder(command())
                .directory(house.root().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .start();
        Thread onDeath = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(onDeath);
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        }
        boolean good = process.waitFor() == 0;
        Runtime.getRuntime().removeShutdownHook(onDeath);
        if (!good && failed == 0) {
            Progress.say("Maven failed without a failed test: see the lines above");
            failed = 1;
        }
        System.out.println(
                passed + " passed, " + failed + " failed" + (skipped > 0 ? ", " + skipped + " skipped" : ""));
        return good ? 0 : 1;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "--fail-at-end", "-Dstyle.color=never"));
        // Modules that do not depend on each other side by side; system-tests depends on all, and shares the processors
        // among its classes.
        command.addAll(List.of("--threads", "1C"));
        if (suite != null) {
            if (!SUITES.containsKey(suite)) {
                throw new UserError("no suite '" + suite + "': there are " + String.join(", ", SUITES.keySet())
                        + "; without one, every test runs");
            }
            command.addAll(List.of(
                    "-pl",
                    "system-tests",
                    "-am",
                    "-Dtest=" + SUITES.get(suite),
                    "-Dristretto.libraries=true",
                    "-Dristretto.collector=true",
                    "-Dsurefire.failIfNoSpecifiedTests=false"));
        }
        if (full) {
            switch (suite) {
                case "generated" -> command.add("-Dristretto.generated.count=" + FULL_COUNT);
                case "faults" -> command.add("-Dristretto.faults=" + FULL_FAULTS);
                case "hostile" -> command.add("-Dristretto.hostile.calls=" + FULL_CALLS);
                case null, default ->
                    throw new UserError("--full is for faults, generated and hostile: ./ristretto test hostile --full");
            }
            command.add("-Dtests.timeoutSeconds=" + FULL_TIMEOUT_SECONDS);
        }
        if (json != null) {
            if (!"faults".equals(suite)) {
                throw new UserError("--json is for faults: ./ristretto test faults --json FILE");
            }
            command.add("-Dristretto.faults.json=" + json.toAbsolutePath());
        }
        command.add("test");
        return command;
    }

    private void take(String line) throws IOException {
        Matcher matcher = CLASS_DONE.matcher(line);
        if (matcher.find()) {
            int bad = Integer.parseInt(matcher.group(2)) + Integer.parseInt(matcher.group(3));
            int left = Integer.parseInt(matcher.group(4));
            int good = Integer.parseInt(matcher.group(1)) - bad - left;
            passed += good;
            failed += bad;
            skipped += left;
            System.out.printf(
                    "  %-60s %4d passed%s  %s s%n",
                    matcher.group(6), good, bad > 0 ? ", " + bad + " FAILED" : "", matcher.group(5));
        } else if (!line.startsWith("[INFO]") && !line.startsWith("[WARNING]") && !line.isBlank()) {
            System.out.println(line);
        }
    }
}
