package ristretto.test;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import ristretto.test.generated.ManyOnHotSpot;
import ristretto.test.generated.ProgramGenerator;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.Optimisation;

/**
 * Generated programs, one for each seed, in one image and in one JVM. A program that behaves differently leaves its source and both outputs in
 * {@code build/generated/SEED}. A batch that does not compile is halved until the guilty program is alone.
 */
final class GeneratedBatch {
    static final Path KEPT = ImageFactory.HOUSE.build().resolve("generated");

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final AheadOfTimeCompiler COMPILER = new AheadOfTimeCompiler();

    private final List<Long> seeds;
    private final Optimisation level;
    private final Path folder;
    private final List<String> differences = new ArrayList<>();

    /** @param folder an empty one */
    GeneratedBatch(List<Long> seeds, Optimisation level, Path folder) {
        this.seeds = seeds;
        this.level = level;
        this.folder = folder;
    }

    /** What differs, a text for each program; empties the folder. */
    List<String> differences() throws IOException, InterruptedException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compileWithJavac(classes);
        Path expected = Files.createDirectory(folder.resolve("hotspot"));
        runOnHotSpot(classes, expected);
        compare(seeds, classes, expected);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return differences;
    }

    private static String mainClass(long seed) {
        return "seed" + seed + ".Generated";
    }

    private static String source(long seed) {
        return ProgramGenerator.source(seed, "seed" + seed);
    }

    private void compileWithJavac(Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-g", "-nowarn", "-proc:none", "-d", classes.toString()));
        for (long seed : seeds) {
            Path source = folder.resolve("seed" + seed).resolve("Generated.java");
            Files.createDirectory(source.getParent());
            Files.writeString(source, source(seed));
            arguments.add(source.toString());
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IOException("javac refused a program of seeds " + seeds);
        }
    }

    private void runOnHotSpot(Path classes, Path results) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + classes,
                ManyOnHotSpot.class.getName(),
                results.toString()));
        seeds.forEach(seed -> command.add(mainClass(seed)));
        RunResult result = run(command);
        if (result.exitCode() != 0) {
            throw new IOException("HotSpot ended with " + result.exitCode() + ": " + result.error());
        }
    }

    private void compare(List<Long> some, Path classes, Path expected) throws IOException, InterruptedException {
        Path elf = folder.resolve("image");
        List<String> mains = some.stream().map(GeneratedBatch::mainClass).toList();
        try {
            COMPILER.executable(List.of(classes), ImageFactory.HOUSE.underPrograms(), mains, level, elf);
        } catch (RuntimeException e) {
            if (some.size() == 1) {
                keep(some.getFirst(), "does not compile: " + e, "", "");
                return;
            }
            compare(some.subList(0, some.size() / 2), classes, expected);
            compare(some.subList(some.size() / 2, some.size()), classes, expected);
            return;
        }
        if (!elf.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + elf + " executable");
        }
        for (long seed : some) {
            String main = mainClass(seed);
            String output = Files.readString(expected.resolve(main));
            int exitCode = Integer.parseInt(Files.readString(expected.resolve(main + ".exit")));
            RunResult ours = run(some.size() == 1 ? List.of(elf.toString()) : List.of(elf.toString(), main));
            if (ours.exitCode() != exitCode || !ours.output().equals(output)) {
                String what = "exit code " + ours.exitCode() + " instead of " + exitCode
                        + firstDifference(ours.output(), output) + "\n  standard error: " + ours.error();
                keep(seed, what, ours.output(), output);
            }
        }
    }

    private static String firstDifference(String actual, String expected) {
        List<String> ours = actual.lines().toList();
        List<String> theirs = expected.lines().toList();
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            String one = i < ours.size() ? ours.get(i) : "(end)";
            String other = i < theirs.size() ? theirs.get(i) : "(end)";
            if (!one.equals(other)) {
                return "\n  line " + (i + 1) + ": " + one + "\n  HotSpot: " + other;
            }
        }
        return ", same output";
    }

    private void keep(long seed, String what, String actual, String expected) throws IOException {
        Path kept = Files.createDirectories(KEPT.resolve(Long.toString(seed)));
        Files.writeString(kept.resolve("Generated.java"), source(seed));
        Files.writeString(kept.resolve("actual"), actual);
        Files.writeString(kept.resolve("expected"), expected);
        differences.add("seed " + seed + ", optimised for " + level + ": " + what + "\n  kept in " + kept);
    }

    private RunResult run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path error = folder.resolve("error");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile())
                .redirectError(error.toFile());
        builder.environment().put("RISTRETTO_HEAP", "64M");
        Process process = builder.start();
        if (!process.waitFor(LIMIT)) {
            process.destroyForcibly();
        }
        return new RunResult(Files.readString(output), Files.readString(error), process.waitFor());
    }
}
