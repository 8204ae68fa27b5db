package ristretto.bench;

import ristretto.sdk.Handler;
import ristretto.sdk.Message;
import ristretto.sdk.Request;
import ristretto.sdk.Server;

/**
 * A server with threads of its own: one counts every 5 ms, whether somebody calls or not; each call with the label {@link #LATER} is answered by a thread of its own, after 30 ms, with what has been counted
 * then, one with {@link #NOW} at once.
 */
public final class ThreadedServer implements Handler {
    static final int NOW = 1;
    static final int LATER = 2;

    private static final long TICK_MS = 5;
    private static final long LATER_MS = 30;

    private final Server server = Server.create("ticks", this);
    private long ticks;

    public static void main(String[] arguments) {
        ThreadedServer ticking = new ThreadedServer();
        Thread.ofVirtual().start(ticking::tick);
        ticking.server.run();
    }

    private void tick() {
        while (true) {
            sleep(TICK_MS);
            ticks++;
        }
    }

    @Override
    public void serve(Request request) {
        if (request.label() == NOW) {
            request.answer().putLong(ticks);
        } else if (request.label() == LATER) {
            int ticket = request.defer();
            if (ticket >= 0) {
                Thread.ofVirtual().start(() -> {
                    sleep(LATER_MS);
                    server.answer(ticket, new Message().start(0).putLong(ticks));
                });
            }
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
