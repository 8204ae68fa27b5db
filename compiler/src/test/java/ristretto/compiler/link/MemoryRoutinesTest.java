package ristretto.compiler.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code memory.S} in QEMU against the same calls in Java; {@code memory-test.S} makes them. */
class MemoryRoutinesTest {
    private static final int BYTES = 256;
    private static final int MAXIMUM = 100;
    private static final int OFFSETS = 11;

    private final byte[] buffer = new byte[BYTES];
    private long random = 88172645463325252L;

    @Test
    void everySmallSizeAndAlignment(@TempDir Path folder) throws Exception {
        StringBuilder expected = new StringBuilder();
        for (int routine = 0; routine < 4; routine++) {
            Long.toHexString(sum(routine))
                    .chars()
                    .forEach(digit -> expected.append((char) ('a' + Character.digit(digit, 16))));
            expected.append('\n');
        }
        assertEquals(expected.toString(), run(folder).replaceAll("(?m)^a+", ""));
    }

    private long sum(int routine) {
        long sum = 0;
        for (int size = 0; size <= MAXIMUM; size++) {
            for (int destination = 0; destination < OFFSETS; destination++) {
                for (int source = 0; source < OFFSETS; source++) {
                    fill();
                    sum = sum * 0x100000001b3L ^ call(routine, destination, source, size);
                    ByteBuffer words = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
                    for (int i = 0; i < BYTES; i += 8) {
                        sum = sum * 0x100000001b3L ^ words.getLong(i);
                    }
                }
            }
        }
        return sum;
    }

    private void fill() {
        ByteBuffer words = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < BYTES; i += 8) {
            random ^= random << 13;
            random ^= random >>> 7;
            random ^= random << 17;
            words.putLong(i, random);
        }
    }

    private int call(int routine, int destination, int source, int size) {
        switch (routine) {
            case 0, 3 -> System.arraycopy(buffer, source + BYTES / 2, buffer, destination, size);
            case 1 -> System.arraycopy(buffer, source, buffer, destination, size);
            default -> Arrays.fill(buffer, destination, destination + size, buffer[source]);
        }
        if (routine != 3 || size == 0) {
            return 0;
        }
        int place = (int) ((random >>> 8) % size);
        buffer[destination + place] = (byte) random;
        return (buffer[destination + place] & 0xff) - (buffer[source + BYTES / 2 + place] & 0xff);
    }

    private static String run(Path folder) throws Exception {
        Assembler assembler = new Assembler(LinkFixture.GENERATOR, Target.RISCV64_KERNEL);
        Path test = folder.resolve("test.o");
        Path routines = folder.resolve("memory.o");
        Path script = folder.resolve("bare.ld");
        Path elf = folder.resolve("test.elf");
        assembler.assemble(MemoryRoutinesTest.class, "memory-test.S", test);
        assembler.assemble(MemoryRoutinesTest.class, "riscv64/memory.S", routines);
        Files.writeString(script, LinkFixture.text("bare.ld"));
        new Linker(LinkFixture.TOOLCHAIN).link(List.of(test, routines), script, elf);
        Process process = new ProcessBuilder(
                        "qemu-system-riscv64",
                        "-M",
                        "virt",
                        "-m",
                        "4M",
                        "-nographic",
                        "-bios",
                        "none",
                        "-kernel",
                        elf.toString())
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readNBytes(4 * 17), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new AssertionError("still running after: " + output);
            }
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
