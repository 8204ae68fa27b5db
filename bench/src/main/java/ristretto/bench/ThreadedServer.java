package ristretto.bench;

import ristretto.sdk.Server;

/** A server with a thread of its own, which counts every 5 ms, whether somebody calls or not. */
public final class ThreadedServer implements Ticks {
    private static final long TICK_MS = 5;

    private long ticks;

    public static void main(String[] arguments) {
        ThreadedServer ticking = new ThreadedServer();
        Thread.ofVirtual().start(ticking::tick);
        Server.run("ticks", new TicksDispatcher(ticking));
    }

    private void tick() {
        while (true) {
            sleep(TICK_MS);
            ticks++;
        }
    }

    @Override
    public long now() {
        return ticks;
    }

    @Override
    public long after(int milliseconds) {
        if (milliseconds > 0) {
            sleep(milliseconds);
        }
        return ticks;
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
