package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import ristretto.abi.ArchiveLayout;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;

/**
 * The kernel on the machine, object by object, half of it misuse: {@code ristretto.bench.kerneltests.KernelTests} is the only program of a
 * machine and prints a line for each of its tests, which becomes a test here.
 */
class KernelOnTargetTest {
    private static final Pattern LINE = Pattern.compile("(?m)^(ok|FAILED) (.*?)\\r?$");
    private static final long BYTES = 16 << 20;
    private static final int HEAP = 256 << 10;
    private static final int STACK = 64 << 10;
    private static final int LEAST_TESTS = 440;

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> everyObjectAndCall() throws IOException, InterruptedException {
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(ArchiveLayout.ROOT, image("kernel-tests", "ristretto.bench.kerneltests.KernelTests"));
        entries.put("puppet", image("kernel-puppet", "ristretto.bench.kerneltests.Puppet"));
        Path elf = folder.resolve("boot.elf");
        new AheadOfTimeCompiler().boot(ImageFactory.builder().kernel(), entries, HEAP, STACK, elf);
        List<DynamicTest> tests = new ArrayList<>();
        try (Conversation conversation = new Conversation(new Machine(elf, BYTES, true))) {
            int exitCode = conversation.exitCode(Waits.COMMAND);
            String said = conversation.heard();
            Matcher line = LINE.matcher(said);
            while (line.find()) {
                String result = line.group(1);
                String name = line.group(2);
                tests.add(DynamicTest.dynamicTest(name, () -> assertEquals("ok", result, name)));
            }
            int count = tests.size();
            tests.add(DynamicTest.dynamicTest("all tests ran to the end", () -> {
                assertTrue(said.contains("\nend 0"), said);
                assertEquals(0, exitCode, said);
                assertTrue(count >= LEAST_TESTS, "only " + count + " tests ran");
            }));
        }
        return tests;
    }

    private static byte[] image(String name, String main) throws IOException {
        return Files.readAllBytes(ImageFactory.builder().component(name, main));
    }
}
