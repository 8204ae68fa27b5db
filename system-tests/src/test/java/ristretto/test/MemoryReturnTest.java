package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.image.Optimisation;

/** A program on Linux gives back, on demand, what its heap does not need: the system says how much memory it has. */
class MemoryReturnTest {
    private static final long MEBIBYTE = 1 << 20;
    private static final String PROGRAM = """
            import java.util.*;
            public class Full {
                public static void main(String[] arguments) throws Exception {
                    List<String> kept = new ArrayList<>();
                    for (int round = 0; round < 3; round++) {
                        Thread thread = new Thread(() -> fill(kept));
                        thread.start();
                        thread.join();
                        System.gc();
                        System.out.println("empty");
                        System.in.read();
                    }
                    System.out.println(kept.size());
                }
                static void fill(List<String> kept) {
                    List<long[]> pieces = new ArrayList<>();
                    for (int i = 0; i < 4000; i++) {
                        long[] piece = new long[2048];
                        Arrays.fill(piece, i);
                        pieces.add(piece);
                        // Some of it stays, all over the heap.
                        if (i % 400 == 0) kept.add("piece " + i);
                    }
                    System.out.println("full");
                    try {
                        System.in.read();
                    } catch (java.io.IOException e) {
                        throw new IllegalStateException(e);
                    }
                    for (int i = 0; i < 4000; i++)
                        for (long value : pieces.get(i)) if (value != i) throw new IllegalStateException();
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theCollectorOnDemandGivesBack() throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("Full.java"), PROGRAM);
        String[] options = {"-d", folder.toString(), source.toString()};
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, options));
        Path executable = ImageFactory.builder().executable(List.of(folder), "Full", Optimisation.SPEED);
        Process process = new ProcessBuilder(executable.toString()).start();
        try (BufferedReader output = process.inputReader();
                OutputStream input = process.getOutputStream()) {
            for (int round = 0; round < 3; round++) {
                assertEquals("full", output.readLine());
                long full = residentBytes(process);
                goOn(input);
                assertEquals("empty", output.readLine());
                long empty = residentBytes(process);
                goOn(input);
                assertTrue(full > 62 * MEBIBYTE && empty < full / 4, full + " bytes, then " + empty);
            }
            assertEquals("30", output.readLine());
            assertEquals(0, process.waitFor());
        } finally {
            process.destroyForcibly();
        }
    }

    private static void goOn(OutputStream input) throws IOException {
        input.write('\n');
        input.flush();
    }

    /** As proc_pid_status(5) has it. */
    private static long residentBytes(Process process) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new AssertionError("no VmRSS");
    }
}
