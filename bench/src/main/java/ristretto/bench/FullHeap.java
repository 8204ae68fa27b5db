package ristretto.bench;

import java.util.ArrayList;
import java.util.List;
import ristretto.sdk.Clock;
import ristretto.sdk.Heartbeat;

/** Lives with most of its heap full, and needs no more; says how long an allocation took at most. Argument: how many pieces of 4 KiB it holds. */
final class FullHeap {
    private static final long SECOND_NS = 1_000_000_000;
    private static final int PIECE_BYTES = 4096 - 16;
    private static final int GARBAGE_BYTES = 100;

    /** So that what is allocated is. */
    static byte[] last;

    public static void main(String[] arguments) {
        Heartbeat.sleep(SECOND_NS);
        List<byte[]> held = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            held.add(new byte[PIECE_BYTES]);
        }
        long longest = 0;
        long time = Clock.nowNs();
        long end = time + SECOND_NS;
        while (time < end) {
            last = new byte[GARBAGE_BYTES];
            long now = Clock.nowNs();
            longest = Math.max(longest, now - time);
            time = now;
        }
        System.out.println("full heap: " + held.size() + " pieces, longest " + longest / 1000 + " us end");
        Heartbeat.sleep(Long.MAX_VALUE / SECOND_NS);
    }

    private FullHeap() {}
}
