package ristretto.bench;

import java.io.IOException;
import ristretto.sdk.Server;

/** A server with a thread that waits for input which never comes. */
public final class ReadingServer implements Ticks {
    public static void main(String[] arguments) {
        Thread.ofVirtual().start(ReadingServer::read);
        Server.run("reading", new TicksDispatcher(new ReadingServer()));
    }

    private static void read() {
        try {
            System.in.read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long now() {
        return 0;
    }

    @Override
    public long after(int milliseconds) {
        return 0;
    }
}
