package ristretto.bench;

import ristretto.sdk.Heartbeat;

/** Sleeps, and answers its supervisor meanwhile. */
final class Quiet {
    public static void main(String[] arguments) {
        while (true) {
            Heartbeat.sleep(1_000_000_000);
        }
    }

    private Quiet() {}
}
