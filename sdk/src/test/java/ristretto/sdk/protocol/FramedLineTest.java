package ristretto.sdk.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FramedLineTest {
    private static final int END = 0xc0;
    private static final int ESC = 0xdb;

    private final FramedLine line = new FramedLine();

    private List<long[]> receive(byte... bytes) {
        List<long[]> frames = new ArrayList<>();
        for (byte value : bytes) {
            long[] words = line.receive(value & 0xff);
            if (words != null) {
                frames.add(words);
            }
        }
        return frames;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void frameIsAsTheStandardHasIt() {
        assertArrayEquals(
                bytes(END, 1, ESC, 0xdc, ESC, 0xdd, 0, 0, 0, 0, 0x80, END),
                FramedLine.frame(new long[] {0x8000_0000_00db_c001L}));
    }

    @Test
    void allFramesComeThrough() {
        Random random = new Random(1);
        for (int length = 1; length <= FramedLine.MAXIMUM_WORDS; length++) {
            long[] words = random.longs(length).toArray();
            words[0] = 0xc0db_dcdd_c0c0_dbdbL;
            List<long[]> frames = receive(FramedLine.frame(words));
            assertEquals(1, frames.size());
            assertArrayEquals(words, frames.getFirst());
        }
    }

    @Test
    void whatIsNoFrameIsPassedOver() {
        long[] next = {42};
        for (byte[] wrong : List.of(
                bytes(1, 2, 3),
                bytes(END, 1, 2, 3, 4, 5, 6, 7, END),
                bytes(END, 1, 2, 3, 4, 5, 6, 7, 8, 9, END),
                bytes(END, 1, 2, 3, 4, 5, 6, 7, ESC, 8, END),
                bytes(END, 1, 2, 3, 4, 5, 6, 7, 8, ESC, END),
                bytes(END, ESC),
                FramedLine.frame(new long[FramedLine.MAXIMUM_WORDS + 1]),
                new byte[100_000])) {
            assertEquals(0, receive(wrong).size());
            List<long[]> frames = receive(FramedLine.frame(next));
            assertEquals(1, frames.size());
            assertArrayEquals(next, frames.getFirst());
        }
    }

    /** Whatever comes, no frame is longer than one may be, and the next one is read. */
    @Test
    void anythingMayCome() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            for (int k = 0; k < noise.length; k++) {
                noise[k] = random.nextInt(4) == 0 ? (byte) (random.nextBoolean() ? END : ESC) : noise[k];
            }
            receive(noise).forEach(words -> assertTrue(words.length <= FramedLine.MAXIMUM_WORDS));
            List<long[]> frames = receive(FramedLine.frame(new long[] {i}));
            assertEquals(i, frames.getLast()[0]);
        }
    }
}
