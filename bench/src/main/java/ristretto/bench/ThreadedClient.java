package ristretto.bench;

import ristretto.sdk.Clock;
import ristretto.sdk.Connection;
import ristretto.sdk.Heartbeat;
import ristretto.sdk.Message;

/** Calls {@link ThreadedServer}, and prints how far it has counted meanwhile, and how long its late answers took. */
public final class ThreadedClient {
    private static final long MILLISECOND_NS = 1_000_000;

    public static void main(String[] arguments) {
        Connection server = Connection.to("ticks");
        Message message = new Message();
        long before = ask(server, message, ThreadedServer.NOW);
        Heartbeat.sleep(100 * MILLISECOND_NS);
        System.out.println("idle " + (ask(server, message, ThreadedServer.NOW) - before));
        before = ask(server, message, ThreadedServer.NOW);
        long end = Clock.nowNs() + 100 * MILLISECOND_NS;
        long calls = 0;
        while (Clock.nowNs() < end) {
            ask(server, message, ThreadedServer.NOW);
            calls++;
        }
        System.out.println("busy " + (ask(server, message, ThreadedServer.NOW) - before));
        System.out.println("calls " + calls);
        before = ask(server, message, ThreadedServer.NOW);
        long start = Clock.nowNs();
        long after = ask(server, message, ThreadedServer.LATER);
        System.out.println("later " + (after - before));
        System.out.println("milliseconds " + (Clock.nowNs() - start) / MILLISECOND_NS);
    }

    private static long ask(Connection server, Message message, int label) {
        int answer = server.call(message.start(label));
        if (answer != 0) {
            throw new IllegalStateException("answer " + answer);
        }
        return message.getLong();
    }

    private ThreadedClient() {}
}
