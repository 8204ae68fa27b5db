package ristretto.bench;

import ristretto.api.CounterClient;
import ristretto.sdk.Clock;

/** Calls the counter as often as it can, and says each second how often that was, and how many calls failed. */
final class Pacer {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int CALLS_BETWEEN_LOOKS = 50;

    public static void main(String[] arguments) {
        CounterClient counter = CounterClient.to("counter");
        long last = 0;
        for (long end = Clock.nowNs() + SECOND_NS; ; end += SECOND_NS) {
            long calls = 0;
            long failed = 0;
            while (Clock.nowNs() < end) {
                for (int i = 0; i < CALLS_BETWEEN_LOOKS; i++) {
                    calls++;
                    try {
                        long answer = counter.count();
                        failed += answer <= last ? 1 : 0;
                        last = answer;
                    } catch (RuntimeException e) {
                        failed++;
                    }
                }
            }
            System.out.println("pacer: " + calls + " calls, " + failed + " failed");
        }
    }

    private Pacer() {}
}
