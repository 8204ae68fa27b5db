package ristretto.compiler.link;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code x86_64/memory.S} as a library in this process, against the same in Java: every small size, around each border, overlapping or not. */
class NativeMemoryRoutinesTest {
    private static final int BYTES = 32_000;
    private static final int[] SIZES = IntStream.concat(
                    IntStream.rangeClosed(0, 200), IntStream.of(1000, 4095, 4096, 4097, 4160, 9000))
            .toArray();
    /** From source to destination. */
    private static final int[] DISTANCES = {
        -9100, -4096, -65, -64, -33, -17, -8, -1, 0, 1, 7, 16, 31, 63, 64, 100, 4099, 9100
    };

    private final Random random = new Random(1);
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment memory = arena.allocate(BYTES, 64);
    private SymbolLookup routines;

    @BeforeEach
    void load(@TempDir Path folder) throws Exception {
        Path object = folder.resolve("memory.o");
        Path library = folder.resolve("memory.so");
        new Assembler(LinkFixture.GENERATOR, Target.LINUX_X86_64)
                .assemble(NativeMemoryRoutinesTest.class, "x86_64/memory.S", object);
        List<String> command = List.of(
                LinkFixture.TOOLCHAIN.linker().toString(), "-shared", "-o", library.toString(), object.toString());
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
        routines = SymbolLookup.libraryLookup(library, arena);
    }

    @AfterEach
    void free() {
        arena.close();
    }

    private MethodHandle routine(String name, FunctionDescriptor type) {
        return java.lang.foreign.Linker.nativeLinker()
                .downcallHandle(routines.find(name).orElseThrow(), type);
    }

    private byte[] fill() {
        byte[] content = new byte[BYTES];
        random.nextBytes(content);
        MemorySegment.copy(content, 0, memory, JAVA_BYTE, 0, BYTES);
        return content;
    }

    private void assertHolds(byte[] expected, int size, int where) {
        assertArrayEquals(expected, memory.toArray(JAVA_BYTE), () -> size + " bytes at " + where);
    }

    @Test
    void move() throws Throwable {
        FunctionDescriptor type = FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
        for (String name : List.of("memmove", "memcpy")) {
            MethodHandle routine = routine(name, type);
            for (int size : SIZES) {
                for (int distance : DISTANCES) {
                    boolean overlaps = Math.abs(distance) < size;
                    if (overlaps && name.equals("memcpy")) {
                        continue;
                    }
                    int source = 10_000 + random.nextInt(64);
                    int target = source + distance;
                    byte[] expected = fill();
                    MemorySegment to = memory.asSlice(target);
                    MemorySegment result = (MemorySegment) routine.invokeExact(to, memory.asSlice(source), (long) size);
                    System.arraycopy(expected, source, expected, target, size);
                    assertHolds(expected, size, target);
                    assertEquals(to.address(), result.address());
                }
            }
        }
    }

    @Test
    void set() throws Throwable {
        MethodHandle routine = routine("memset", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG));
        for (int size : SIZES) {
            for (int target = 64; target < 96; target += 5) {
                byte[] expected = fill();
                int value = random.nextInt();
                MemorySegment to = memory.asSlice(target);
                MemorySegment result = (MemorySegment) routine.invokeExact(to, value, (long) size);
                Arrays.fill(expected, target, target + size, (byte) value);
                assertHolds(expected, size, target);
                assertEquals(to.address(), result.address());
            }
        }
    }

    @Test
    void compare() throws Throwable {
        FunctionDescriptor type = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
        MethodHandle compare = routine("memcmp", type);
        MethodHandle same = routine("bcmp", type);
        for (int size : SIZES) {
            byte[] content = fill();
            int other = 12_000 + random.nextInt(8);
            MemorySegment.copy(memory, 0, memory, other, size);
            MemorySegment first = memory.asSlice(0);
            MemorySegment second = memory.asSlice(other);
            assertEquals(0, (int) compare.invokeExact(first, second, (long) size));
            assertEquals(0, (int) same.invokeExact(first, second, (long) size));
            for (int i = 0; i < Math.min(size, 40); i++) {
                int place = random.nextInt(size);
                byte different = (byte) (content[place] + 1 + random.nextInt(255));
                memory.set(JAVA_BYTE, other + place, different);
                int expected = Integer.signum(Byte.compareUnsigned(content[place], different));
                assertEquals(expected, Integer.signum((int) compare.invokeExact(first, second, (long) size)));
                assertEquals(-expected, Integer.signum((int) compare.invokeExact(second, first, (long) size)));
                assertEquals(true, (int) same.invokeExact(first, second, (long) size) != 0);
                memory.set(JAVA_BYTE, other + place, content[place]);
            }
        }
    }
}
