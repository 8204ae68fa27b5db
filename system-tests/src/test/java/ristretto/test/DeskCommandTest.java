package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./ristretto run} says where the desk is meant, is not enough, or is all that there is. */
class DeskCommandTest {
    private static final int WRONG_INPUT = 2;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "demo --on moon, '--on: expected qemu or jvm, got \"moon\"'",
        "demo --on jvm --gdb, '--on jvm: neither --gdb nor --debug-kernel; there a debugger of Java sees components and kernel'",
        "demo --on jvm --debug-kernel, '--on jvm: neither --gdb nor --debug-kernel; there a debugger of Java sees components and kernel'"
    })
    void refuses(String arguments, String said) throws IOException, InterruptedException {
        RunResult result = run(new ProcessBuilder(ToolProcess.command(("run " + arguments).split(" "))));
        assertEquals(WRONG_INPUT, result.exitCode(), result.output());
        assertEquals(said, result.output().strip());
    }

    @Test
    void aDeviceThatTheDeskLacksIsNamed() throws IOException, InterruptedException {
        Path systems = ImageFactory.HOUSE.systems();
        Files.createSymbolicLink(folder.resolve("parts"), systems.resolve("parts"));
        String main = "main = \"ristretto.rogue.Rogue\"\n";
        String demo = Files.readString(systems.resolve("demo.toml"));
        Path system = folder.resolve("odd.toml");
        Files.writeString(
                system,
                demo.replace(main, main + "devices = [\"odd\"]\n") + "\n[devices.odd]\nregisters = 0x1000_5000\n");
        RunResult result = run(new ProcessBuilder(ToolProcess.command("run", system.toString(), "--on", "jvm")));
        assertEquals(WRONG_INPUT, result.exitCode(), result.output());
        assertEquals(
                "odd: process rogue has device odd, whose registers lie at 0x10005000; the desk has none there",
                result.output().strip());
    }

    /** The process that takes all memory is told so; the JVM, and the others in it, go on. */
    @Test
    void whoTakesAllMemoryIsTheOneWhoEnds() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(ToolProcess.command("run", "--on", "jvm"));
        command.add(2, "-Xmx512m");
        Path typed = Files.writeString(folder.resolve("typed"), "count\rrogue fill-heap\rcount\roff\r");
        RunResult result = run(new ProcessBuilder(command), typed);
        assertEquals(0, result.exitCode(), result.output());
        assertTrue(
                result.output()
                        .contains(
                                "supervisor: rogue: exited with code 1: Exception in thread \"main\" java.lang.OutOfMemoryError: "),
                result.output());
        assertTrue(result.output().contains("rogue fill-heap: contained"), result.output());
    }

    /** The command in a place where there is neither QEMU nor a way to get it. */
    @Test
    void whereQemuIsMissingItSaysSoAndThatTheDeskIsThere() throws IOException, InterruptedException {
        for (String needed : List.of("sh", "dirname", "readlink", "mkdir", "grep")) {
            Files.createSymbolicLink(folder.resolve(needed), Path.of("/usr/bin", needed));
        }
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh", ImageFactory.HOUSE.root().resolve("ristretto").toString(), "run");
        builder.environment().put("PATH", folder.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        RunResult result = run(builder);
        assertEquals(WRONG_INPUT, result.exitCode(), result.output());
        assertTrue(
                result.output()
                        .contains(
                                "qemu-system-riscv64 is missing, and so is apt-get: install QEMU's riscv64 system emulator"),
                result.output());
        assertTrue(
                result.output()
                        .contains("Without it ./ristretto run --on jvm is there: no machine, but the same components"),
                result.output());
        assertFalse(result.output().contains("on the desk"), "it does not go there by itself");
    }

    private RunResult run(ProcessBuilder builder) throws IOException, InterruptedException {
        return run(builder, Path.of("/dev/null"));
    }

    private RunResult run(ProcessBuilder builder, Path input) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(input.toFile()))
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
        } finally {
            process.destroy();
        }
        return new RunResult(Files.readString(output), "", process.exitValue());
    }
}
