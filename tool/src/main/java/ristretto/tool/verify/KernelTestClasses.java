package ristretto.tool.verify;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ristretto.tool.House;
import ristretto.tool.Progress;
import ristretto.tool.UserError;

/** Programs among the kernel's test classes, run by a JVM of their own. */
public final class KernelTestClasses {
    /** The last lines of a run: executions, coverage and size of the corpus; how many runs in how long. */
    private static final Pattern FUZZING = Pattern.compile("^(#[0-9]+\\s+DONE|Done [0-9]+ runs)");

    private static final int LINES_OF_FAILURE = 200;

    private final House house;

    public KernelTestClasses(House house) {
        this.house = house;
    }

    /** Compiles what is needed and runs a main class; answers its exit code. */
    public int run(String mainClass, List<String> arguments) throws IOException, InterruptedException {
        Progress.say("compiling the kernel's tests");
        Path log = house.build().resolve("verify.log");
        Process compiler = new ProcessBuilder("mvn", "-B", "test-compile", "-pl", "kernel", "-am")
                .directory(house.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (await(compiler) != 0) {
            throw new UserError("the kernel's tests do not compile; all of Maven's output is in " + log);
        }
        String path = Stream.concat(
                        Stream.of(house.root().resolve("kernel/target/test-classes")), house.kernelClassPath().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-Xmx2g", "-cp", path, mainClass));
        command.addAll(arguments);
        return await(new ProcessBuilder(command).inheritIO().start());
    }

    /**
     * Lets Jazzer look for inputs for a fuzz test. Answers what it says at its end: "Done" and how many runs, or what was
     * found.
     */
    public List<String> fuzz(String test) throws IOException, InterruptedException {
        Path log = house.build().resolve("fuzz.log");
        ProcessBuilder builder = new ProcessBuilder(
                "mvn",
                "-B",
                "test",
                "-pl",
                "kernel",
                "-am",
                "-Dtest=" + test,
                "-Dsurefire.failIfNoSpecifiedTests=false");
        builder.environment().put("JAZZER_FUZZ", "1");
        int exitCode = await(builder.directory(house.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        if (exitCode == 0) {
            return lines.stream().filter(line -> FUZZING.matcher(line).find()).toList();
        }
        List<String> failure =
                lines.stream().filter(line -> !line.startsWith("[INFO]")).toList();
        return failure.subList(Math.max(0, failure.size() - LINES_OF_FAILURE), failure.size());
    }

    /** Waits for a process, which does not outlive this one. */
    private static int await(Process process) throws InterruptedException {
        Thread onDeath = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(onDeath);
        int exitCode = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(onDeath);
        return exitCode;
    }
}
