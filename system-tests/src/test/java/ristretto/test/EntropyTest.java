package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.image.UserProgram;
import ristretto.tool.machine.Machine;

/** {@code SecureRandom} on our kernel: seeded from the board's entropy device, by its driver; where there is no device it says so. */
class EntropyTest {
    private static final String PROGRAM = """
            import java.security.SecureRandom;
            import java.util.*;
            public class Secret {
                public static void main(String[] arguments) {
                    SecureRandom random = new SecureRandom();
                    byte[] bytes = new byte[20_000];
                    random.nextBytes(bytes);
                    int ones = 0;
                    int[] counts = new int[256];
                    for (byte b : bytes) {
                        ones += Integer.bitCount(b & 0xff);
                        counts[b & 0xff]++;
                    }
                    System.out.println(Math.abs(ones - 80_000) < 1500);
                    System.out.println(Arrays.stream(counts).allMatch(count -> count > 20 && count < 160));
                    System.out.println(UUID.randomUUID().version());
                    System.out.println(random.nextLong());
                    System.out.println(new SecureRandom().nextLong());
                    System.out.println(random.generateSeed(7).length);
                }
            }
            """;

    @TempDir
    static Path folder;

    private static SystemDescription system;
    private static Path elf;

    @BeforeAll
    static void build() throws IOException {
        Path source = Files.writeString(folder.resolve("Secret.java"), PROGRAM);
        String[] options = {"-d", folder.toString(), source.toString()};
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, options));
        UserProgram program = UserProgram.check(folder.toString(), "Secret");
        system = Systems.find(ImageFactory.HOUSE, "java", program.among(ImageFactory.HOUSE))
                .with("Secret", List.of());
        elf = ImageFactory.builder().build(system, program.classPath(), folder.resolve("secret.elf"));
    }

    @Test
    void bytesAreRandomAndNeverTheSame() throws IOException, InterruptedException {
        RunResult one = RunResult.of(Machine.of(elf, system.platform()));
        RunResult another = RunResult.of(Machine.of(elf, system.platform()));
        List<String> lines = one.output().lines().toList();
        assertEquals(0, one.exitCode(), one::error);
        assertEquals(List.of("true", "true", "4"), lines.subList(0, 3));
        assertEquals("7", lines.get(5));
        List<String> others = another.output().lines().toList();
        assertNotEquals(lines.get(3), lines.get(4));
        assertNotEquals(lines.get(3), others.get(3));
        assertNotEquals(lines.get(4), others.get(4));
    }

    @Test
    void withoutTheDeviceNothingIsPassedOffAsRandom() throws IOException, InterruptedException {
        RunResult result = RunResult.of(new Machine(elf, system.memoryBytes()));
        assertEquals(1, result.exitCode(), result::output);
        assertTrue(
                result.error().contains("UnsupportedOperationException: this machine has no source of entropy"),
                result::error);
    }
}
