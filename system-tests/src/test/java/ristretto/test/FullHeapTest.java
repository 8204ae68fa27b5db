package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ristretto.tool.image.Optimisation;

/** Programs that hold nine tenths of their heap during a million allocations, in objects of one, two or four sizes: what they hold stays as it is, and there is always room for the next. */
class FullHeapTest {
    private static final String PROGRAM = """
            import java.util.*;
            public class Full {
                static long seed = 42;
                static int random(int bound) {
                    seed = seed * 6364136223846793005L + 1442695040888963407L;
                    return (int) ((seed >>> 33) % bound);
                }
                static int[] make(int length, int mark) {
                    int[] made = new int[length];
                    made[0] = mark;
                    made[length - 1] = mark;
                    return made;
                }
                public static void main(String[] arguments) {
                    int sizes = Integer.parseInt(arguments[0]);
                    Runtime runtime = Runtime.getRuntime();
                    System.gc();
                    long total = runtime.totalMemory();
                    int[][] held = new int[(int) (total / 16)][];
                    int count = 0;
                    while (runtime.freeMemory() > total / 10) {
                        held[count] = make(2 + 4 * random(sizes), count);
                        count++;
                    }
                    System.gc();
                    System.out.println(runtime.freeMemory() < total / 8);
                    for (int i = 0; i < 1_000_000; i++) {
                        int slot = random(count);
                        int[] old = held[slot];
                        if (old[0] != slot || old[old.length - 1] != slot) throw new IllegalStateException("slot " + slot);
                        held[slot] = make(old.length, slot);
                    }
                    for (int slot = 0; slot < count; slot++)
                        if (held[slot][0] != slot || held[slot][held[slot].length - 1] != slot) throw new IllegalStateException();
                    System.gc();
                    System.out.println(runtime.freeMemory() < total / 8);
                }
            }
            """;

    @TempDir
    static Path folder;

    private static Path executable;

    @BeforeAll
    static void build() throws IOException {
        Path source = Files.writeString(folder.resolve("Full.java"), PROGRAM);
        String[] options = {"-d", folder.toString(), source.toString()};
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, options));
        executable = ImageFactory.builder().executable(List.of(folder), "Full", Optimisation.SPEED);
    }

    @ParameterizedTest
    @CsvSource({"32K, 1", "32K, 2", "64K, 4", "512K, 1", "512K, 4", "8M, 4"})
    void holdsNineTenths(String heap, String sizes) throws IOException, InterruptedException {
        Path output = folder.resolve("output" + heap + sizes);
        Path error = folder.resolve("error" + heap + sizes);
        ProcessBuilder builder = new ProcessBuilder(executable.toString(), sizes)
                .redirectOutput(output.toFile())
                .redirectError(error.toFile());
        builder.environment().put("RISTRETTO_HEAP", heap);
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(Waits.COMMAND), "it ends");
            assertEquals(
                    new RunResult("true\ntrue\n", "", 0),
                    new RunResult(Files.readString(output), Files.readString(error), process.exitValue()));
        } finally {
            process.destroyForcibly();
        }
    }
}
