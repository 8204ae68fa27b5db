package ristretto.bench.calls;

import java.util.Random;
import ristretto.sdk.Notification;
import ristretto.sdk.Startup;
import ristretto.sdk.ring.MappedWords;
import ristretto.sdk.ring.RingLayout;
import ristretto.sdk.ring.SharedWords;

/** Writes to its channel what no honest client writes: indices, waits, headers and words, at random and nearly right; and wakes the server. */
public final class HostileCaller {
    private static final int ROUNDS = 50_000;
    private static final int SLOTS = 64;
    private static final long SEED = 20261127;

    private static final Random RANDOM = new Random(SEED);

    public static void main(String[] arguments) {
        int bytes = RingLayout.BYTES / 2;
        long address = Startup.grant(Startup.CALLS_TO, "errands");
        Notification server = new Notification((int) Startup.grant(Startup.CALLS_TO_WAKE, "errands"));
        SharedWords[] rings = {new MappedWords(address, bytes), new MappedWords(address + bytes, bytes)};
        for (int i = 0; i < ROUNDS; i++) {
            SharedWords ring = rings[RANDOM.nextInt(2)];
            switch (RANDOM.nextInt(5)) {
                case 0 -> ring.store(RANDOM.nextInt(ring.size()), value());
                // Of the head: the indices, who waits, which lives have ended.
                case 1 -> ring.store(8 * RANDOM.nextInt(7), value());
                // A few more messages than there were.
                case 2 -> ring.store(0, ring.load(8) + RANDOM.nextInt(SLOTS + 1));
                // Headers of requests as an honest client writes them, of any length.
                case 3 ->
                    ring.store(
                            SLOTS + 8 * RANDOM.nextInt(SLOTS),
                            RANDOM.nextLong() & 0x7fff_ffff_0000_0000L | RANDOM.nextInt(256));
                default -> server.signal();
            }
        }
        System.out.println("hostile " + ROUNDS);
    }

    private static long value() {
        return switch (RANDOM.nextInt(4)) {
            case 0 -> RANDOM.nextInt(SLOTS + 2);
            case 1 -> -1L - RANDOM.nextInt(SLOTS);
            case 2 -> RANDOM.nextLong();
            default -> Long.MAX_VALUE - RANDOM.nextInt(2);
        };
    }

    private HostileCaller() {}
}
