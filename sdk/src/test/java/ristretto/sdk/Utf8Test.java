package ristretto.sdk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds {@link Utf8} against the JDK's charset. */
class Utf8Test {
    @Test
    void encodesAsTheJdk() {
        String text = "a\0\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\ud83d\ude00\udbff\udfff";
        assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), Utf8.encode(text));
        assertEquals(text, Utf8.decode(Utf8.encode(text), 0, Utf8.encodedLength(text)));
    }

    @Test
    void halvesOfSurrogatePairsAreReplaced() {
        assertEquals("\ufffdx\ufffd", new String(Utf8.encode("\ud800x\udc00"), StandardCharsets.UTF_8));
    }

    @Test
    void onlyWholeCharactersAreWritten() {
        byte[] bytes = new byte[4];
        assertEquals(3, Utf8.encode("abä", bytes, 1));
        assertArrayEquals(new byte[] {0, 'a', 'b', 0}, bytes);
    }

    @Test
    void randomBytesDecodeOrAreReplaced() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            if (round % 2 == 0 && bytes.length > 0) {
                bytes[0] = (byte) (0xe0 + random.nextInt(0x18));
            }
            String ours = Utf8.decode(bytes, 0, bytes.length);
            String theirs = new String(bytes, StandardCharsets.UTF_8);
            boolean valid = !theirs.contains("\ufffd");
            assertEquals(valid, !ours.contains("\ufffd"));
            if (valid) {
                assertEquals(theirs, ours);
            }
        }
    }
}
