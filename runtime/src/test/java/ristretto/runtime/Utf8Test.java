package ristretto.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Held against the JDK's own charset, above all for wrong input. */
class Utf8Test {
    private static final int[] INTERESTING = {
        0, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xee, 0xef, 0xf0,
        0xf1, 0xf4, 0xf5, 0xff
    };

    @Test
    void decodesWhatTheJdkDecodes() {
        Random random = new Random(1);
        for (int i = 0; i < 300_000; i++) {
            byte[] bytes = new byte[random.nextInt(7)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) INTERESTING[random.nextInt(INTERESTING.length)];
            }
            String expected = new String(bytes, StandardCharsets.UTF_8);
            assertEquals(expected, Utf8.decode(bytes, 0, bytes.length), () -> HexFormat.of()
                    .formatHex(bytes));
        }
    }

    @Test
    void encodesWhatTheJdkEncodes() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(5); k > 0; k--) {
                text.append((char) (random.nextBoolean() ? 0xd7f0 + random.nextInt(0x820) : random.nextInt(0x900)));
            }
            assertArrayEquals(text.toString().getBytes(StandardCharsets.UTF_8), Utf8.encode(text.toString()));
        }
    }
}
