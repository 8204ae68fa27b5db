package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import ristretto.test.bytecode.BytecodeProgram;
import ristretto.test.generated.ManyOnHotSpot;
import ristretto.test.templates.TemplatePrograms;

/**
 * The programs of {@code system-tests/programs}, one for each instruction of bytecode, and one for each check that the language makes by itself. Each has its
 * class files in a folder of its own, except those that share a JVM: they share a folder as well, and one run of javac.
 */
final class Corpus {
    private static final Path PROGRAMS = ImageFactory.HOUSE.root().resolve("system-tests/programs");
    private static final String HEAP = "128M";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path classes;
    private final Map<String, CorpusProgram> programs = new TreeMap<>();
    private Path results;

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
        BytecodeProgram.all().forEach(program -> programs.put(program.mainClass(), CorpusProgram.of(program)));
        TemplatePrograms.all().forEach((name, text) -> programs.put(name, CorpusProgram.ofSource(name, text)));
    }

    List<CorpusProgram> programs() {
        return List.copyOf(programs.values());
    }

    CorpusProgram program(String mainClass) {
        return programs.get(mainClass);
    }

    /** Where its class files are; compiles it if nobody has yet. */
    Path classFiles(CorpusProgram program) throws IOException {
        if (program.shares()) {
            return sharedClassFiles();
        }
        Path folder = classes.resolve(program.mainClass());
        synchronized (program.mainClass().intern()) {
            if (!Files.exists(folder)) {
                Files.createDirectory(folder);
                program.origin().write(folder);
                javac(folder);
            }
        }
        return folder;
    }

    private synchronized Path sharedClassFiles() throws IOException {
        Path folder = classes.resolve("shared");
        if (!Files.exists(folder)) {
            Files.createDirectory(folder);
            for (CorpusProgram program : sharing()) {
                program.origin().write(folder);
            }
            javac(folder);
        }
        return folder;
    }

    private List<CorpusProgram> sharing() {
        return programs.values().stream().filter(CorpusProgram::shares).toList();
    }

    private static void javac(Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-g", "-nowarn", "-proc:none", "-d", folder.toString()));
        try (Stream<Path> files = Files.walk(folder)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertEquals(0, status, "javac " + arguments);
    }

    /** What it does on HotSpot, which ends as its first lines say. */
    RunResult onHotSpot(CorpusProgram program) throws IOException, InterruptedException {
        if (program.shares()) {
            return together(program);
        }
        List<String> command = hotSpot(classFiles(program).toString());
        command.add(program.mainClass());
        command.addAll(program.arguments());
        RunResult result = run(command, program);
        assertEquals(
                program.exitCode(),
                result.exitCode(),
                "HotSpot's exit code; it said " + result.error() + result.output());
        return result;
    }

    private static List<String> hotSpot(String classPath) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx" + HEAP,
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                classPath));
    }

    /** Runs all that can share a JVM when first asked for one. */
    private synchronized RunResult together(CorpusProgram wanted) throws IOException, InterruptedException {
        if (results == null) {
            String classPath = System.getProperty("java.class.path") + File.pathSeparator + sharedClassFiles();
            Path folder = Files.createTempDirectory(classes, "hotspot");
            List<String> command = hotSpot(classPath);
            command.addAll(List.of(ManyOnHotSpot.class.getName(), folder.toString()));
            sharing().forEach(program -> command.add(program.mainClass()));
            RunResult result = run(command, wanted);
            assertEquals(0, result.exitCode(), "HotSpot's exit code; it said " + result.error());
            results = folder;
        }
        Path output = results.resolve(wanted.mainClass());
        int exitCode = Integer.parseInt(Files.readString(results.resolve(wanted.mainClass() + ".exit")));
        assertEquals(wanted.exitCode(), exitCode, "HotSpot's exit code");
        return new RunResult(Files.readString(output), "", exitCode);
    }

    /** Runs a process with the program's input; ends it after a minute. */
    RunResult run(List<String> command, CorpusProgram program) throws IOException, InterruptedException {
        return run(command, program, LIMIT);
    }

    /**
     * The same with a limit of the processor's time, which is the same however many others run beside; one that is ended has the exit code 137.
     *
     * @param seconds of processor time; it may take ten times as long
     */
    RunResult runFor(int seconds, List<String> command, CorpusProgram program)
            throws IOException, InterruptedException {
        List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit -t " + seconds + "; exec \"$0\" \"$@\""));
        limited.addAll(command);
        return run(limited, program, Duration.ofSeconds(10L * seconds));
    }

    /** The same with another limit; one that is ended has the exit code 137. */
    RunResult run(List<String> command, CorpusProgram program, Duration limit)
            throws IOException, InterruptedException {
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
        if (!process.waitFor(limit)) {
            process.destroyForcibly();
        }
        RunResult result = new RunResult(Files.readString(output), Files.readString(error), process.waitFor());
        for (Path file : List.of(output, error, input, folder)) {
            Files.delete(file);
        }
        return result;
    }

    /** Names of the class files of a program that may be another's too; one with a package of its own has none. */
    List<String> classNames(CorpusProgram program) throws IOException {
        if (program.shares()) {
            return List.of();
        }
        Path folder = classFiles(program);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .toList();
        }
    }
}
