package ristretto.kernel.riscv64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ristretto.kernel.Text;
import ristretto.magic.Memory;
import ristretto.magic.SimulatedMemory;

class DeviceTreeTest {
    private static final long AT = 0x10_0000;
    private static final int HEADER = 40;

    private final ByteArrayOutputStream structure = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final DeviceTree tree = new DeviceTree();

    @BeforeEach
    void fresh() {
        SimulatedMemory.reset();
    }

    private void word(int value) {
        structure.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
    }

    private void padded(byte[] bytes) {
        structure.writeBytes(bytes);
        while (structure.size() % 4 != 0) {
            structure.write(0);
        }
    }

    private void begin(String name) {
        word(1);
        padded((name + "\0").getBytes(StandardCharsets.UTF_8));
    }

    private void end() {
        word(2);
    }

    private void property(String name, byte[] value) {
        word(3);
        word(value.length);
        word(strings.size());
        strings.writeBytes((name + "\0").getBytes(StandardCharsets.UTF_8));
        padded(value);
    }

    private byte[] board() {
        begin("");
        property("reg", longs(1, 1));
        begin("chosen");
        property("bootargs", "quiet panic-test last\0".getBytes(StandardCharsets.UTF_8));
        end();
        begin("cpus");
        property("timebase-frequency", ByteBuffer.allocate(4).putInt(10_000_000).array());
        begin("cpu@0");
        property("reg", new byte[4]);
        end();
        end();
        begin("memory@80000000");
        property("reg", longs(0x8000_0000L, 0x800_0000L));
        end();
        end();
        word(9);
        return blob();
    }

    private static byte[] longs(long a, long b) {
        return ByteBuffer.allocate(16).putLong(a).putLong(b).array();
    }

    private byte[] blob() {
        int size = HEADER + structure.size() + strings.size();
        return ByteBuffer.allocate(size)
                .putInt(0xd00d_feed)
                .putInt(size)
                .putInt(HEADER)
                .putInt(HEADER + structure.size())
                .position(HEADER)
                .put(structure.toByteArray())
                .put(strings.toByteArray())
                .array();
    }

    private boolean read(byte[] blob) {
        for (int i = 0; i < blob.length; i++) {
            Memory.storeByte(AT + i, blob[i]);
        }
        return tree.read(AT);
    }

    @Test
    void findsMemoryClockAndCommandLine() {
        assertTrue(read(board()));
        assertEquals(0x8000_0000L, tree.memoryStart);
        assertEquals(0x800_0000L, tree.memoryBytes);
        assertEquals(10_000_000, tree.ticksPerSecond);
    }

    @ParameterizedTest
    @CsvSource({
        "quiet, true",
        "panic-test, true",
        "last, true",
        "panic, false",
        "test, false",
        "las, false",
        "last2, false"
    })
    void argumentsAreWholeWords(String word, boolean present) {
        read(board());
        assertEquals(present, tree.hasArgument(Text.of(word)));
    }

    @Test
    void withoutTreeThereIsNone() {
        assertFalse(tree.read(0));
        assertFalse(tree.read(AT));
        assertFalse(tree.read(AT + 4));
        assertFalse(tree.hasArgument(Text.of("x")));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "4, 39", "4, 2147483647", "4, -1", "8, -4", "8, 1048576"})
    void damagedHeadersAreRefused(int offset, int value) {
        byte[] blob = board();
        ByteBuffer.wrap(blob).putInt(offset, value);
        assertFalse(read(blob));
    }

    @Test
    void aTreeWithoutMemoryIsRefused() {
        begin("");
        end();
        word(9);
        assertFalse(read(blob()));
    }

    @Test
    void anUnendingNameEndsWithTheTree() {
        begin("");
        word(1);
        for (int i = 0; i < 50; i++) {
            word(0x41414141);
        }
        assertFalse(read(blob()));
    }

    /**
     * Nothing but the tree's own bytes is read, whatever they say: simulated objects lie right before and behind it.
     */
    @Test
    void randomDamageNeverLeadsOutside() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] good = board();
        for (int round = 0; round < 3000; round++) {
            byte[] bad = good.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                int at = 8 + random.nextInt(bad.length - 8);
                bad[at] = (byte) (random.nextBoolean() ? random.nextInt() : 255);
            }
            SimulatedMemory.reset();
            Memory.place(RegisterFrame.class, AT - Memory.sizeOf(RegisterFrame.class));
            Memory.place(RegisterFrame.class, AT + (bad.length + 7 & -8));
            DeviceTree fresh = new DeviceTree();
            for (int i = 0; i < bad.length; i++) {
                Memory.storeByte(AT + i, bad[i]);
            }
            try {
                fresh.read(AT);
                fresh.hasArgument(Text.of("panic-test"));
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + round, e);
            }
        }
    }
}
