package ristretto.player;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes music, block by block: a canon of voices, each a decaying tone with overtones, mixed and limited to 16 bits. It stands in for a decoder: as much arithmetic per second, and objects that come and go, in ordinary Java.
 */
final class Synthesizer {
    static final int SAMPLES_PER_SECOND = 16_000;

    private static final int[] MELODY = {60, 62, 64, 60, 60, 62, 64, 60, 64, 65, 67, 67, 64, 65, 67, 67};
    private static final double NOTE_SECONDS = 0.25;
    private static final int OVERTONES = 3;
    private static final double VOLUME = 6000;
    private static final double DECAY_PER_SECOND = 4;

    /** One tone that sounds. */
    private record Tone(double frequency, long beginSample) {
        double at(long sample) {
            double seconds = (sample - beginSample) / (double) SAMPLES_PER_SECOND;
            double sum = 0;
            for (int overtone = 1; overtone <= OVERTONES; overtone++) {
                sum += Math.sin(2 * Math.PI * frequency * overtone * seconds) / overtone;
            }
            return sum * Math.exp(-DECAY_PER_SECOND * seconds);
        }
    }

    private final int voices;
    private List<Tone> tones = new ArrayList<>();
    private long sample;
    private long note;

    Synthesizer(int voices) {
        this.voices = voices;
    }

    /** The next samples. */
    short[] next(int samples) {
        short[] block = new short[samples];
        for (int i = 0; i < samples; i++) {
            if (sample >= (long) (note * NOTE_SECONDS * SAMPLES_PER_SECOND)) {
                beginNotes();
            }
            double mixed = 0;
            for (Tone tone : tones) {
                mixed += tone.at(sample);
            }
            block[i] = (short) Math.clamp(mixed * VOLUME, Short.MIN_VALUE, Short.MAX_VALUE);
            sample++;
        }
        return block;
    }

    /** Each voice is four notes behind the one before; what sounded is let go. */
    private void beginNotes() {
        List<Tone> next = new ArrayList<>();
        for (int voice = 0; voice < voices; voice++) {
            long of = note - 4L * voice;
            if (of >= 0) {
                int key = MELODY[(int) (of % MELODY.length)] + 12 * (voice % 2);
                next.add(new Tone(440 * Math.pow(2, (key - 69) / 12.0), sample));
            }
        }
        tones = next;
        note++;
    }
}
