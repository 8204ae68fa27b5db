package ristretto.bench;

import ristretto.magic.riscv64.Machine;
import ristretto.sdk.Clock;
import ristretto.sdk.Heartbeat;

/** Calls {@link ThreadedServer}, and prints how far it has counted meanwhile, how long its late answers took, and what a call costs that may wait, but need not. */
public final class ThreadedClient {
    private static final long MILLISECOND_NS = 1_000_000;
    private static final int LATER_MS = 30;
    private static final int CALLS = 100;

    public static void main(String[] arguments) {
        Ticks server = TicksClient.to("ticks");
        long before = server.now();
        Heartbeat.sleep(100 * MILLISECOND_NS);
        System.out.println("idle " + (server.now() - before));
        before = server.now();
        long end = Clock.nowNs() + 100 * MILLISECOND_NS;
        long calls = 0;
        while (Clock.nowNs() < end) {
            server.now();
            calls++;
        }
        System.out.println("busy " + (server.now() - before));
        System.out.println("calls " + calls);
        before = server.now();
        long start = Clock.nowNs();
        long after = server.after(LATER_MS);
        System.out.println("later " + (after - before));
        System.out.println("milliseconds " + (Clock.nowNs() - start) / MILLISECOND_NS);
        long instructions = Machine.readInstret();
        for (int i = 0; i < CALLS; i++) {
            server.after(0);
        }
        System.out.println("waitingCall " + (Machine.readInstret() - instructions) / CALLS);
    }

    private ThreadedClient() {}
}
