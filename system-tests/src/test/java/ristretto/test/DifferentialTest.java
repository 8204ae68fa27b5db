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
import javax.tools.ToolProvider;
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
 * trace of an uncaught exception) and exit code must be equal.
 */
@Execution(ExecutionMode.CONCURRENT)
class DifferentialTest {
    private static final Path PROGRAMS = ImageFactory.HOUSE.root().resolve("system-tests/programs");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    static Path classes;

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> behavesAsOnHotSpot() throws IOException {
        List<CorpusProgram> programs = new ArrayList<>();
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                programs.add(CorpusProgram.read(file));
            }
        }
        return programs.stream().map(program -> dynamicTest(program.mainClass(), () -> compare(program)));
    }

    private static void compare(CorpusProgram program) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(classes.resolve(program.mainClass()));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-g",
                        "-nowarn",
                        "-d",
                        folder.toString(),
                        program.source().toString());
        assertEquals(0, compiled, "javac of " + program.source());
        RunResult expected = onHotSpot(program, folder);
        assertEquals(
                program.exitCode(),
                expected.exitCode(),
                "HotSpot's exit code; it said " + expected.error() + expected.output());
        RunResult actual = onRistretto(program, folder);
        assertEquals(expected.output(), actual.output(), () -> "standard output; standard error was " + actual.error());
        assertEquals(expected.error(), actual.error(), "standard error");
        assertEquals(expected.exitCode(), actual.exitCode(), "exit code");
    }

    private static RunResult onHotSpot(CorpusProgram program, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                folder.toString(),
                program.mainClass()));
        command.addAll(program.arguments());
        Path output = folder.resolve("output");
        Path error = folder.resolve("error");
        Path input = Files.writeString(folder.resolve("input"), program.input());
        Process process = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(error.toFile())
                .start();
        if (!process.waitFor(LIMIT)) {
            process.destroyForcibly();
        }
        RunResult result = new RunResult(Files.readString(output), Files.readString(error), process.waitFor());
        for (Path file : List.of(output, error, input)) {
            Files.delete(file);
        }
        return result;
    }

    private static RunResult onRistretto(CorpusProgram program, Path folder) throws IOException, InterruptedException {
        UserProgram user = UserProgram.check(folder.toString(), program.mainClass());
        SystemDescription system = Systems.find(ImageFactory.HOUSE, "java", user.among(ImageFactory.HOUSE))
                .with(program.mainClass(), program.arguments());
        Path elf = classes.resolve(program.mainClass() + ".elf");
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
