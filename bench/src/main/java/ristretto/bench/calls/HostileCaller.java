package ristretto.bench.calls;

import java.util.Random;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.sdk.Message;
import ristretto.sdk.Notification;
import ristretto.sdk.Startup;
import ristretto.sdk.ring.MappedWords;
import ristretto.sdk.ring.RingLayout;
import ristretto.sdk.ring.SharedWords;
import ristretto.sdk.service.Transport;

/** Writes to its channel what no honest client writes: indices, waits, headers and words, at random and nearly right; and wakes the server. */
public final class HostileCaller {
    private static final int ROUNDS = 50_000;
    private static final int SLOTS = 64;
    private static final long SEED = 20261127;

    private static final Random RANDOM = new Random(SEED);
    private static final int[] LABELS = labels();

    public static void main(String[] arguments) {
        int bytes = RingLayout.BYTES / 2;
        long address = Startup.grant(Startup.CALLS_TO, "errands");
        Notification server = new Notification((int) Startup.grant(Startup.CALLS_TO_WAKE, "errands"));
        SharedWords[] rings = {new MappedWords(address, bytes), new MappedWords(address + bytes, bytes)};
        for (int i = 0; i < ROUNDS; i++) {
            SharedWords ring = rings[RANDOM.nextInt(2)];
            switch (RANDOM.nextInt(6)) {
                case 0 -> ring.store(RANDOM.nextInt(ring.size()), value());
                // Of the head: the indices, who waits, which lives have ended.
                case 1 -> ring.store(8 * RANDOM.nextInt(7), value());
                // A few more messages than there were.
                case 2 -> ring.store(0, ring.load(8) + RANDOM.nextInt(SLOTS + 1));
                // Headers of requests as an honest client writes them, of any length, of no method or of one.
                case 3 -> ring.store(SLOTS + 8 * RANDOM.nextInt(SLOTS), (long) label() << 32 | RANDOM.nextInt(256));
                case 4 ->
                    ring.store(
                            SLOTS + 8 * RANDOM.nextInt(SLOTS),
                            (long) label() << 32 | RANDOM.nextInt(1 << 24) << 8 | RANDOM.nextInt(4));
                default -> server.signal();
            }
        }
        System.out.println("hostile " + ROUNDS);
    }

    private static int label() {
        return RANDOM.nextBoolean() ? LABELS[RANDOM.nextInt(LABELS.length)] : RANDOM.nextInt() & Integer.MAX_VALUE;
    }

    /** Of a method that answers at once, of one that takes its time, and of one to which there is no answer, as the client uses them. */
    private static int[] labels() {
        int[] labels = new int[3];
        ErrandsClient spy = new ErrandsClient(new Transport() {
            private int count;

            @Override
            public int call(Message message, long deadlineTicks) {
                labels[count++] = message.label();
                return 0;
            }

            @Override
            public CallRegisters words() {
                return new CallRegisters();
            }

            @Override
            public long callRegisters(long tag, long deadlineTicks) {
                labels[count++] = Tag.label(tag);
                return 1;
            }

            @Override
            public void take(Message message) {}
        });
        spy.sum(0, 0);
        spy.sumAfter(0, 0, 0);
        spy.note(0);
        return labels;
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
