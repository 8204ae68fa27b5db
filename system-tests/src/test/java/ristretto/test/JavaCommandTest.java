package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ristretto java} as another program meets it: streams, exit codes, and a clear word for each mistake. */
class JavaCommandTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void compile() throws IOException {
        source("Echo", """
                public class Echo {
                    public static void main(String[] arguments) throws Exception {
                        System.out.println(String.join("|", arguments));
                        int sum = 0;
                        for (int next = System.in.read(); next >= 0; next = System.in.read()) {
                            sum += next;
                        }
                        System.err.println("sum " + sum);
                        System.exit(7);
                    }
                }
                """);
        source("NoMain", "public class NoMain {}");
        source("Unsupported", """
                public class Unsupported {
                    static native void machine();
                    public static void main(String[] arguments) {
                        machine();
                    }
                }
                """);
    }

    /** A jar with class {@code Library}, compiled against a class that is not in it. */
    private static Path library() throws IOException {
        source("Absent", "public class Absent { static void help() {} }");
        source("Library", """
                public class Library {
                    static native int device();
                    public static String twice(String text) { return text + text; }
                    public static int useDevice() { return device(); }
                    public static void useAbsent() { Absent.help(); }
                }
                """);
        Path library = folder.resolve("library.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(library))) {
            jar.putNextEntry(new JarEntry("Library.class"));
            jar.write(Files.readAllBytes(folder.resolve("Library.class")));
        }
        return library;
    }

    /** What a library could do with more support than there is must not keep a program from using the rest of it. */
    @Test
    void whatOnlyALibraryReachesFailsWhenItIsCalled() throws IOException, InterruptedException {
        Path library = library();
        source("User", """
                public class User {
                    public static void main(String[] arguments) {
                        System.out.println(Library.twice("ab"));
                        try {
                            Library.useDevice();
                        } catch (UnsupportedOperationException e) {
                            System.out.println(e.getMessage());
                        }
                        try {
                            Library.useAbsent();
                        } catch (NoClassDefFoundError e) {
                            System.out.println(e);
                        }
                        Library.useDevice();
                    }
                }
                """);
        Files.delete(folder.resolve("Absent.class"));
        Files.delete(folder.resolve("Library.class"));
        RunResult result = ristretto("", "java", "--target", "linux-x86_64", "-cp", folder + ":" + library, "User");
        String reason =
                "Library.device(Library.java): native method without a substitute, reached from Library.useDevice,"
                        + " reached from User.main";
        assertTrue(result.output().startsWith("abab\n" + reason), result.output() + result.error());
        assertTrue(result.output().endsWith("java.lang.NoClassDefFoundError: Absent\n"), result.output());
        assertTrue(
                result.error()
                        .contains(
                                "ristretto: warning: Library.device(Library.java): native method without a substitute\n"
                                        + "    reached from Library.useDevice\n    reached from User.main\n"),
                result.error());
        assertTrue(
                result.error()
                        .contains("Exception in thread \"main\" java.lang.UnsupportedOperationException: " + reason),
                result.error());
        assertTrue(result.error().contains("\tat Library.useDevice(Library.java:4)\n"), result.error());
        assertEquals(1, result.exitCode());
    }

    private static void source(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".java"), text);
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-g",
                                "-cp",
                                folder.toString(),
                                "-d",
                                folder.toString(),
                                file.toString()));
    }

    private static RunResult ristretto(String input, String... arguments) throws IOException, InterruptedException {
        Path error = Files.createTempFile(folder, "error", "");
        Process process = new ProcessBuilder(ToolProcess.command(arguments))
                .redirectError(error.toFile())
                .start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new RunResult(output, Files.readString(error), process.waitFor());
    }

    @Test
    void connectsArgumentsStreamsAndExitCode() throws IOException, InterruptedException {
        RunResult result = ristretto("ab", "java", "-cp", folder.toString(), "Echo", "-x", "two words");
        assertEquals("-x|two words\n", result.output(), result.error());
        assertTrue(result.error().endsWith("sum 195\n"), result.error());
        assertEquals(7, result.exitCode());
    }

    /** HotSpot would wait for ever; here all stacks are told. */
    @Test
    void deadlockEndsTheProgram() throws IOException, InterruptedException {
        source("Deadlock", """
                public class Deadlock {
                    public static void main(String[] arguments) {
                        Object one = new Object();
                        Object other = new Object();
                        Thread crossing = new Thread(() -> {
                            synchronized (other) {
                                Thread.yield();
                                synchronized (one) {
                                    System.out.println("never");
                                }
                            }
                        }, "crossing");
                        synchronized (one) {
                            crossing.start();
                            Thread.yield();
                            synchronized (other) {
                                System.out.println("never");
                            }
                        }
                    }
                }
                """);
        RunResult result = ristretto("", "java", "--target", "linux-x86_64", "-cp", folder.toString(), "Deadlock");
        String report = result.error().replaceAll("(?m)^ristretto:  .*\\R", "").replaceAll("#\\d+", "#");
        assertEquals("""
                ristretto: deadlock: every thread waits, and nothing is left that could wake one
                "main" # BLOCKED
                \tat Deadlock.main(Deadlock.java:16)
                "crossing" # BLOCKED
                \tat Deadlock.lambda$main$0(Deadlock.java:8)
                \tat java.base/java.lang.Thread.run(Thread.java:1474)
                """, report);
        assertEquals("", result.output());
        assertEquals(99, result.exitCode());
    }

    @Test
    void runsOnLinuxAsWell() throws IOException, InterruptedException {
        RunResult result = ristretto(
                "ab", "java", "--target", "linux-x86_64", "-cp", folder.toString(), "Echo", "-x", "two words");
        assertEquals("-x|two words\n", result.output(), result.error());
        assertTrue(result.error().endsWith("sum 195\n"), result.error());
        assertEquals(7, result.exitCode());
    }

    @Test
    void refusesATargetThatThereIsNot() throws IOException, InterruptedException {
        RunResult result = ristretto("", "java", "--target", "linux", "-cp", folder.toString(), "Echo");
        assertEquals("--target: expected riscv64 or linux-x86_64, got \"linux\"\n", result.error());
        assertEquals(2, result.exitCode());
    }

    @Test
    void refusesAClassPathThatDoesNotExist() throws IOException, InterruptedException {
        RunResult result = ristretto("", "java", "-cp", "/nowhere", "Echo");
        assertEquals("class path: expected a folder or a jar, got /nowhere, which does not exist\n", result.error());
        assertEquals(2, result.exitCode());
    }

    @Test
    void refusesAnUnknownSystem() throws IOException, InterruptedException {
        RunResult result = ristretto("", "run", "dmo");
        assertEquals(
                "no system \"dmo\"; systems/ has bench-channel, bench-collector, bench-crash, bench-fibers, bench-ipc, bench-restart, bench-ring, bench-service, bench-swap, bench-threads, braking, channel, channel-hostile, demo, faults, infotainment, java, "
                        + "ring-faults, tiny\n",
                result.error());
        assertEquals(2, result.exitCode());
    }

    @Test
    void refusesAMissingMainClass() throws IOException, InterruptedException {
        RunResult result = ristretto("", "java", "-cp", folder.toString(), "Ecko");
        assertEquals(
                "main class: expected a class on the class path " + folder + ", got Ecko (nearest: Echo)\n",
                result.error());
        assertEquals(2, result.exitCode());
    }

    @Test
    void refusesAClassWithoutMain() throws IOException, InterruptedException {
        RunResult result = ristretto("", "java", "-cp", folder.toString(), "NoMain");
        assertEquals(
                "main class: expected one with void main(String[]) or void main(), got NoMain, which has neither\n",
                result.error());
        assertEquals(2, result.exitCode());
    }

    @Test
    void refusesWhatCannotBeCompiledAndLeavesNothingBehind() throws IOException, InterruptedException {
        RunResult result = ristretto("", "java", "-cp", folder.toString(), "Unsupported");
        assertTrue(result.error().contains("Unsupported.machine(Unsupported.java"), result.error());
        assertTrue(result.error().contains("Unsupported.main"), result.error());
        assertEquals("", result.output());
        assertEquals(2, result.exitCode());
        try (Stream<Path> files = Files.walk(ImageFactory.HOUSE.build())) {
            List<Path> unfinished =
                    files.filter(f -> f.toString().contains("Unsupported")).toList();
            assertEquals(List.of(), unfinished);
        }
    }
}
