package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The programs of {@code system-tests/programs}, each compiled by javac into a folder of its own, and what HotSpot makes of them. */
final class Corpus {
    private static final Path PROGRAMS = ImageFactory.HOUSE.root().resolve("system-tests/programs");
    private static final String HEAP = "128M";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path classes;
    private final Map<String, CorpusProgram> programs = new TreeMap<>();

    /** @param classes an empty folder */
    Corpus(Path classes) throws IOException {
        this.classes = classes;
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                CorpusProgram program = CorpusProgram.read(file);
                programs.put(program.mainClass(), program);
            }
        }
    }

    List<CorpusProgram> programs() {
        return List.copyOf(programs.values());
    }

    CorpusProgram program(String mainClass) {
        return programs.get(mainClass);
    }

    /** Where its class files are; compiles it if nobody has yet. */
    Path classFiles(CorpusProgram program) throws IOException {
        Path folder = classes.resolve(program.mainClass());
        synchronized (program.mainClass().intern()) {
            if (!Files.exists(folder)) {
                Files.createDirectory(folder);
                int status = ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-g",
                                "-nowarn",
                                "-proc:none",
                                "-d",
                                folder.toString(),
                                program.source().toString());
                assertEquals(0, status, "javac of " + program.source());
            }
        }
        return folder;
    }

    /** What it does on HotSpot, which ends as its first lines say. */
    RunResult onHotSpot(CorpusProgram program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx" + HEAP,
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                classFiles(program).toString(),
                program.mainClass()));
        command.addAll(program.arguments());
        RunResult result = run(command, program);
        assertEquals(
                program.exitCode(),
                result.exitCode(),
                "HotSpot's exit code; it said " + result.error() + result.output());
        return result;
    }

    /** Runs a process with the program's input; ends it after a minute. */
    RunResult run(List<String> command, CorpusProgram program) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(classes, "run");
        Path output = folder.resolve("output");
        Path error = folder.resolve("error");
        Path input = Files.writeString(folder.resolve("input"), program.input());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(error.toFile());
        builder.environment().put("RISTRETTO_HEAP", HEAP);
        Process process = builder.start();
        if (!process.waitFor(LIMIT)) {
            process.destroyForcibly();
        }
        RunResult result = new RunResult(Files.readString(output), Files.readString(error), process.waitFor());
        for (Path file : List.of(output, error, input, folder)) {
            Files.delete(file);
        }
        return result;
    }

    /** Names of the class files of a program. */
    List<String> classNames(CorpusProgram program) {
        try (Stream<Path> files = Files.list(classFiles(program))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
