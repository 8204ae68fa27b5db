package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.test.generated.ProgramGenerator;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.image.UserProgram;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ProgramRun;

/**
 * Random programs behave as on HotSpot when they are compiled for riscv64, which has conventions of its own ({@link GeneratedProgramsTest} runs native ones of
 * the host). All in one process, one after the other. {@code -Dristretto.generated.riscv=N} runs so many, {@code -Dristretto.generated.first=N} others.
 */
class GeneratedOnOurKernelTest {
    private static final int COUNT = Integer.getInteger("ristretto.generated.riscv", 30);
    private static final long FIRST = Long.getLong("ristretto.generated.first", 700_000);
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    @Test
    void behaveAsOnHotSpot() throws IOException, InterruptedException {
        Path classes = compileWithJavac();
        Path expected = folder.resolve("expected");
        Process hotSpot = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes.toString(),
                        "All")
                .redirectOutput(expected.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, hotSpot.waitFor());

        UserProgram user = UserProgram.check(classes.toString(), "All");
        SystemDescription system = Systems.find(ImageFactory.HOUSE, "java", user.among(ImageFactory.HOUSE))
                .with("All", List.of());
        Path elf = folder.resolve("all.elf");
        ImageFactory.builder().build(system, user.classPath(), elf);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int exitCode = ProgramRun.run(
                new Machine(elf, system.memoryBytes()), new ByteArrayInputStream(new byte[0]), output, error, LIMIT);

        List<String> theirs = Files.readAllLines(expected);
        List<String> ours = output.toString(StandardCharsets.UTF_8).lines().toList();
        String program = "";
        for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
            program = theirs.get(i).startsWith("program ") ? theirs.get(i) : program;
            assertEquals(theirs.get(i), ours.get(i), program + ", line " + i);
        }
        assertEquals(
                theirs.size(), ours.size(), () -> "lines; standard error: " + error.toString(StandardCharsets.UTF_8));
        assertEquals(0, exitCode);
    }

    private Path compileWithJavac() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-g", "-nowarn", "-proc:none", "-d", classes.toString()));
        StringBuilder all = new StringBuilder("public class All { public static void main(String[] arguments) {\n");
        for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
            Path source = Files.createDirectory(folder.resolve("seed" + seed)).resolve("Generated.java");
            Files.writeString(source, ProgramGenerator.source(seed, "seed" + seed));
            arguments.add(source.toString());
            all.append(
                    "System.out.println(\"program %1$d\"); try { seed%1$d.Generated.main(arguments); } catch (Throwable e) { System.out.println(e); }\n"
                            .formatted(seed));
        }
        Path main = folder.resolve("All.java");
        Files.writeString(main, all.append("}}\n"));
        arguments.add(main.toString());
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertEquals(0, status, "javac");
        return classes;
    }
}
