package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.image.Optimisation;

/** How large the heap of a native program is: what the environment says, down to 16 KiB, in which a collector still has something to do. */
class HeapSizeTest {
    private static final String PROGRAM = """
            public class Small {
                static class Node { Node next; int value; Node(Node next, int value) { this.next = next; this.value = value; } }
                public static void main(String[] arguments) {
                    long sum = 0;
                    for (int round = 0; round < 2000; round++) {
                        Node list = null;
                        for (int i = 0; i < 100; i++) list = new Node(list, i);
                        for (; list != null; list = list.next) sum += list.value;
                    }
                    System.out.println(sum);
                    try {
                        System.out.println(new byte[20_000].length);
                    } catch (OutOfMemoryError e) {
                        System.out.println(e.getMessage());
                    }
                    System.out.println(new java.util.ArrayList<>(java.util.List.of(1, 2, 3)));
                }
            }
            """;
    private static final String REFUSAL =
            "ristretto: RISTRETTO_HEAP is a number of bytes, from 16K to 1024G, with K, M or G behind it or nothing\n";

    @TempDir
    static Path folder;

    private static Path executable;

    @BeforeAll
    static void build() throws IOException {
        Path source = Files.writeString(folder.resolve("Small.java"), PROGRAM);
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString()));
        executable = ImageFactory.builder().executable(List.of(folder), "Small", Optimisation.SIZE);
    }

    private static RunResult run(String heap) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path error = folder.resolve("error");
        ProcessBuilder builder = new ProcessBuilder(executable.toString())
                .redirectOutput(output.toFile())
                .redirectError(error.toFile());
        builder.environment().put("RISTRETTO_HEAP", heap);
        int exitCode = builder.start().waitFor();
        return new RunResult(Files.readString(output), Files.readString(error), exitCode);
    }

    @Test
    void sixteenKibibytesAreEnough() throws IOException, InterruptedException {
        assertEquals(new RunResult("9900000\nJava heap space\n[1, 2, 3]\n", "", 0), run("16K"));
        assertEquals(new RunResult("9900000\n20000\n[1, 2, 3]\n", "", 0), run("65536"));
    }

    @Test
    void whatIsNoSizeIsRefused() throws IOException, InterruptedException {
        for (String heap :
                List.of("12K", "", "K", "64X", "64Mb", "-1", "2000G", "99999999999999999999", "9007199254740993K")) {
            assertEquals(new RunResult("", REFUSAL, 1), run(heap), heap);
        }
    }
}
