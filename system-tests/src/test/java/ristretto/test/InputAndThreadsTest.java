package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.image.Optimisation;

/** A thread that waits for standard input leaves the others running: those that sleep, and those that only give way. */
@Timeout(120)
class InputAndThreadsTest {
    private static final String PROGRAM = """
            import java.io.*;
            public class Ticks {
                static volatile boolean done;
                static volatile int turns;
                public static void main(String[] arguments) throws Exception {
                    Thread ticker = new Thread(() -> {
                        try {
                            for (int i = 1; !done; i++) {
                                Thread.sleep(20);
                                System.out.println("tick");
                            }
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    });
                    Thread turner = new Thread(() -> {
                        while (!done && turns < 1000) {
                            turns++;
                            Thread.yield();
                        }
                    });
                    ticker.start();
                    turner.start();
                    BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
                    System.out.println("read " + input.readLine() + " and " + input.readLine());
                    done = true;
                    ticker.join();
                    System.out.println("turns " + turns + ", then " + input.readLine());
                }
            }
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void compile() throws IOException {
        Path source = Files.writeString(folder.resolve("Ticks.java"), PROGRAM);
        String[] options = {"-d", folder.toString(), source.toString()};
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, options));
    }

    @Test
    void onLinux() throws IOException, InterruptedException {
        Path executable = ImageFactory.builder().executable(List.of(folder), "Ticks", Optimisation.SIZE);
        converse(List.of(executable.toString()));
    }

    @Test
    void onOurKernel() throws IOException, InterruptedException {
        converse(ToolProcess.command("java", "-cp", folder.toString(), "Ticks"));
    }

    private static void converse(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader();
                OutputStream input = process.getOutputStream()) {
            expectTicks(output);
            write(input, "one\n");
            expectTicks(output);
            write(input, "two\n");
            String line = output.readLine();
            while (line.equals("tick")) {
                line = output.readLine();
            }
            assertEquals("read one and two", line);
            while (line.equals("tick") || line.startsWith("read")) {
                line = output.readLine();
                if (line.equals("tick")) {
                    input.close();
                }
            }
            assertEquals("turns 1000, then null", line);
            assertEquals(0, process.waitFor());
        } finally {
            process.destroyForcibly();
        }
    }

    private static void expectTicks(BufferedReader output) throws IOException {
        for (int i = 0; i < 5; i++) {
            assertEquals("tick", output.readLine());
        }
    }

    private static void write(OutputStream input, String text) throws IOException {
        input.write(text.getBytes());
        input.flush();
    }
}
