package ristretto.player;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SynthesizerTest {
    @Test
    void blocksOfAnySizeAreTheSameMusic() {
        short[] whole = new Synthesizer(3).next(4000);
        Synthesizer pieces = new Synthesizer(3);
        short[] joined = new short[4000];
        for (int at = 0; at < 4000; at += 320) {
            int length = Math.min(320, 4000 - at);
            System.arraycopy(pieces.next(length), 0, joined, at, length);
        }
        assertArrayEquals(whole, joined);
    }

    /** The first tone is c', 261.6 Hz: so often the sound rises through zero, in a quarter of a second. */
    @Test
    void theFirstToneIsMiddleC() {
        short[] block = new Synthesizer(1).next(Synthesizer.SAMPLES_PER_SECOND / 4);
        int rises = 0;
        for (int i = 1; i < block.length; i++) {
            rises += block[i - 1] < 0 && block[i] >= 0 ? 1 : 0;
        }
        assertEquals(65, rises, 1);
    }

    @Test
    void isHeardAndNeverClipped() {
        short[] block = new Synthesizer(3).next(2 * Synthesizer.SAMPLES_PER_SECOND);
        int loudest = 0;
        for (short sample : block) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        assertTrue(loudest > 4000 && loudest < Short.MAX_VALUE, "loudest: " + loudest);
        assertTrue(Arrays.hashCode(block) != 0);
    }
}
