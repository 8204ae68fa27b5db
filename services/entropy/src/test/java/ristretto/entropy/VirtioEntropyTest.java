package ristretto.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ristretto.magic.Device;
import ristretto.sdk.DeviceRegisters;
import ristretto.sdk.ring.LocalWords;

/** The driver against a device made here, by the book, and against devices that lie. */
class VirtioEntropyTest {
    private static final long REGISTERS = 0x5000;
    private static final long PHYSICAL = 0x9_8765_4000L;

    private final LocalWords words = new LocalWords(VirtioEntropy.WORDS);
    private final Map<Integer, Integer> registers = new HashMap<>();
    private int features = 1;
    private int notified;

    @BeforeEach
    void plugIn() {
        registers.put(0x000, 0x7472_6976);
        registers.put(0x004, 2);
        registers.put(0x008, 4);
        registers.put(0x034, 1024);
        Device.simulate((address, value) -> access((int) (address - REGISTERS), value));
    }

    @AfterEach
    void plugOut() {
        Device.simulate(null);
    }

    private long access(int register, long value) {
        if (value == Long.MIN_VALUE) {
            if (register == 0x010) {
                return registers.getOrDefault(0x014, 0) == 1 ? features : 0;
            }
            return registers.getOrDefault(register, 0);
        }
        if (register == 0x050) {
            notified++;
        }
        registers.put(register, (int) value);
        return 0;
    }

    private VirtioEntropy driver() {
        return new VirtioEntropy(new VirtioRegisters(new DeviceRegisters(REGISTERS, 4096)), words, PHYSICAL);
    }

    private long address(int register) {
        return registers.get(register) & 0xffff_ffffL | (long) registers.get(register + 4) << 32;
    }

    /** What the device does with the buffer that it was given: it fills so many bytes, and says so. */
    private void fill(int index, int entry, long length) {
        for (int i = 0; i < Math.min(length, VirtioEntropy.BUFFER_BYTES); i += 8) {
            words.store(32 + i / 8, 0x0807_0605_0403_0201L + 0x0101_0101_0101_0101L * i);
        }
        words.store(17, length & 0xffff_ffffL);
        words.storeRelease(16, (long) index << 16 | (long) entry << 32);
    }

    @Test
    void setsTheQueueUpAsTheSpecificationSays() {
        VirtioEntropy driver = driver();
        assertTrue(driver.works());
        assertEquals(15, registers.get(0x070), "ACKNOWLEDGE, DRIVER, FEATURES_OK, DRIVER_OK");
        assertEquals(1, registers.get(0x038), "one entry");
        assertEquals(1, registers.get(0x044), "the queue is ready");
        assertEquals(PHYSICAL, address(0x080));
        assertEquals(PHYSICAL + 64, address(0x090));
        assertEquals(PHYSICAL + 128, address(0x0a0));
        assertEquals(0, address(0x080) % 16);
        assertEquals(PHYSICAL + 256, words.load(0), "address of the buffer");
        assertEquals(VirtioEntropy.BUFFER_BYTES | 2L << 32, words.load(1), "its length, and that the device writes it");
        assertEquals(0, notified);
    }

    @Test
    void bytesComeOnceAndInOrder() {
        VirtioEntropy driver = driver();
        for (int round = 1; round <= 70_000; round++) {
            driver.ask();
            assertTrue(driver.isAsked());
            assertEquals(round, notified);
            assertEquals((long) (round & 0xffff) << 16, words.load(8), "index of the available ring");
            assertEquals(0, driver.filled(), "not yet");
            fill(round & 0xffff, 0, 24);
            assertEquals(24, driver.filled());
            assertFalse(driver.isAsked());
        }
        for (int i = 0; i < 24; i++) {
            assertEquals(1 + i % 8 + i / 8 * 8, driver.take(i));
            assertEquals(0, driver.take(i), "no byte is left behind");
        }
        assertTrue(driver.works());
    }

    /** Index, entry and length that the device claims. */
    @ParameterizedTest
    @CsvSource({"2, 0, 16", "65535, 0, 16", "1, 1, 16", "1, 0, 0", "1, 0, 257", "1, 0, 4294967295", "1, -1, 16"})
    void aDeviceThatSaysWhatCannotBeIsReset(int index, int entry, long length) {
        VirtioEntropy driver = driver();
        driver.ask();
        fill(index, entry, length);
        assertThrows(IllegalStateException.class, driver::filled);
        assertEquals(0, registers.get(0x070), "reset");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "4, 1", "8, 0", "8, 2"})
    void anotherDeviceOrAnOldOneIsLeftAlone(int register, int value) {
        registers.put(register, value);
        assertFalse(driver().works());
        assertFalse(registers.containsKey(0x070), "nothing was written to it");
    }

    @Test
    void aDeviceThatDoesNotAgreeIsLeftFailed() {
        features = 0;
        assertFalse(driver().works());
        assertEquals(128, registers.get(0x070));
        features = 1;
        registers.put(0x034, 0);
        assertFalse(driver().works());
        assertEquals(128, registers.get(0x070));
    }
}
