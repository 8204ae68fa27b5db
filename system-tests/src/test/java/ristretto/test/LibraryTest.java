package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.antlr.v4.Tool;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Optimisation;
import ristretto.tool.image.Systems;
import ristretto.tool.image.UserProgram;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ProgramRun;

/**
 * Real libraries, unmodified from Maven Central: a program for each in {@code system-tests/libraries} uses it in earnest, and prints and
 * ends as it does on HotSpot. The libraries are this module's test dependencies; docs/libraries.md lists them.
 */
class LibraryTest {
    private static final Path LIBRARIES = ImageFactory.HOUSE.root().resolve("system-tests/libraries");
    private static final Duration LIMIT = Duration.ofSeconds(120);
    /** Those that also run on our kernel: a matcher of text, a builder of large arrays. */
    private static final List<String> ON_OUR_KERNEL = List.of("re2j", "roaring");

    /** Compiling them all takes ten minutes, so a run of all tests takes these. */
    private static final List<String> IN_EVERY_RUN = List.of("re2j", "gson");

    private static final boolean ALL = Boolean.getBoolean("ristretto.libraries");

    @TempDir
    static Path work;

    @TestFactory
    Stream<DynamicTest> behavesAsOnHotSpot() throws IOException {
        try (Stream<Path> folders = Files.list(LIBRARIES)) {
            List<Path> all = folders.filter(folder ->
                            ALL || IN_EVERY_RUN.contains(folder.getFileName().toString()))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
            assertFalse(all.isEmpty(), "programs for libraries");
            return all.stream().map(folder -> dynamicTest(folder.getFileName().toString(), () -> compare(folder)));
        }
    }

    private static void compare(Path folder) throws IOException, InterruptedException {
        String name = folder.getFileName().toString();
        LibraryProgram program = LibraryProgram.read(folder);
        assumeTrue(program.notYet() == null, program.notYet());
        Path classes = Files.createDirectories(work.resolve(name).resolve("classes"));
        compile(program, classes);
        String classPath = classes + ":" + program.jars();
        RunResult expected = run(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                classPath,
                program.mainClass());
        assertEquals("", expected.error(), "HotSpot's standard error");
        assertEquals(0, expected.exitCode(), "HotSpot's exit code");
        UserProgram user = UserProgram.check(classPath, program.mainClass());
        Path executable = ImageFactory.builder().executable(user.classPath(), user.mainClass(), Optimisation.SIZE);
        assertSame(expected, run(executable.toString()));
        if (ON_OUR_KERNEL.contains(name)) {
            assertSame(expected, onOurKernel(user));
        }
    }

    private static void assertSame(RunResult expected, RunResult actual) {
        assertEquals(expected.output(), actual.output(), () -> "standard output; standard error was " + actual.error());
        assertEquals(expected.error(), actual.error(), "standard error");
        assertEquals(expected.exitCode(), actual.exitCode(), "exit code");
    }

    /** With the parser of a grammar, where there is one. */
    private static void compile(LibraryProgram program, Path classes) throws IOException {
        Path generated = Files.createDirectories(classes.resolveSibling("generated"));
        for (Path grammar : program.grammars()) {
            Tool tool = new Tool(new String[] {grammar.toString(), "-visitor", "-o", generated.toString()});
            tool.processGrammarsOnCommandLine();
            assertEquals(0, tool.getNumErrors(), "mistakes in " + grammar);
        }
        List<String> arguments =
                new ArrayList<>(List.of("-g", "-nowarn", "-d", classes.toString(), "-cp", program.jars()));
        arguments.add("-Xlint:none");
        program.sources().forEach(source -> arguments.add(source.toString()));
        try (Stream<Path> files = Files.list(generated)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
        }
        int compiled = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertEquals(0, compiled, "javac of " + program.sources());
    }

    private static RunResult run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(work, "output", "");
        Path error = Files.createTempFile(work, "error", "");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(error.toFile())
                .start();
        if (!process.waitFor(LIMIT)) {
            process.destroyForcibly();
        }
        return new RunResult(Files.readString(output), Files.readString(error), process.waitFor());
    }

    private static RunResult onOurKernel(UserProgram user) throws IOException, InterruptedException {
        SystemDescription system = Systems.find(ImageFactory.HOUSE, "java", user.among(ImageFactory.HOUSE))
                .with(user.mainClass(), List.of());
        Path elf = Files.createTempFile(work, "system", ".elf");
        ImageFactory.builder().build(system, user.classPath(), elf);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        Machine machine = new Machine(elf, system.memoryBytes());
        int exitCode = ProgramRun.run(machine, InputStream.nullInputStream(), output, error, LIMIT);
        return new RunResult(output.toString(), error.toString(), exitCode);
    }
}
