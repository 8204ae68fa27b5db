package ristretto.bench;

import java.util.ArrayList;
import java.util.List;
import ristretto.sdk.Heartbeat;

/**
 * A process whose heap borrows, holds for a while what it got, and then has no use for it any more. It says of each round how much it could hold. Each round has a
 * thread of its own: stacks are scanned word by word, and one that has ended is scanned no more. Arguments: KiB to hold, milliseconds to hold them, to rest after each round, and
 * before the first.
 */
final class Borrower {
    private static final int PIECE_BYTES = 8 << 10;
    private static final long MILLISECOND_NS = 1_000_000;

    public static void main(String[] arguments) throws InterruptedException {
        int wanted = Integer.parseInt(arguments[0]) * 1024 / PIECE_BYTES;
        long holdNs = Long.parseLong(arguments[1]) * MILLISECOND_NS;
        long restNs = Long.parseLong(arguments[2]) * MILLISECOND_NS;
        Heartbeat.sleep(Long.parseLong(arguments[3]) * MILLISECOND_NS);
        for (int round = 1; ; round++) {
            String name = "round " + round;
            Thread thread = new Thread(() -> System.out.println(name + ": held " + hold(wanted, holdNs) + " KiB"));
            thread.start();
            thread.join();
            Heartbeat.sleep(restNs);
        }
    }

    /** Answers for how many KiB there was memory. */
    private static int hold(int wanted, long ns) {
        List<byte[]> pieces = new ArrayList<>(wanted);
        try {
            while (pieces.size() < wanted) {
                byte[] piece = new byte[PIECE_BYTES];
                piece[PIECE_BYTES - 1] = (byte) pieces.size();
                pieces.add(piece);
            }
        } catch (OutOfMemoryError e) {
            // What was held up to here is the answer.
        }
        Heartbeat.sleep(ns);
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i)[PIECE_BYTES - 1] != (byte) i) {
                throw new IllegalStateException("piece " + i + " holds something else");
            }
        }
        return pieces.size() * PIECE_BYTES / 1024;
    }

    private Borrower() {}
}
