package ristretto.player;

import ristretto.sdk.Clock;
import ristretto.sdk.Heartbeat;

/**
 * Plays without a pause, if it can: every 20 ms a block of sound has to be ready. One that is late is a click that somebody hears, and no more: the player goes on with the next. Every so many blocks, which its argument
 * says, it prints how many were late so far. This board has no sound: the blocks are added up and thrown away.
 */
public final class Player {
    private static final long BLOCK_NS = 20_000_000;
    private static final int BLOCK_SAMPLES = Synthesizer.SAMPLES_PER_SECOND / 50;
    private static final int VOICES = 3;

    public static void main(String[] arguments) {
        int blocksPerReport = Integer.parseInt(arguments[0]);
        Synthesizer synthesizer = new Synthesizer(VOICES);
        long due = Clock.nowNs() + BLOCK_NS;
        long late = 0;
        long energy = 0;
        for (long block = 1; ; block++) {
            for (short sample : synthesizer.next(BLOCK_SAMPLES)) {
                energy += Math.abs(sample);
            }
            long now = Clock.nowNs();
            if (now > due) {
                late++;
                due = now;
            }
            Heartbeat.sleep(due - now);
            due += BLOCK_NS;
            if (block % blocksPerReport == 0) {
                System.out.printf(
                        "player: %d blocks, %d late, mean level %d%n", block, late, energy / (block * BLOCK_SAMPLES));
            }
        }
    }

    private Player() {}
}
