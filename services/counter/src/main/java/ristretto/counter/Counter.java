package ristretto.counter;

import ristretto.sdk.Request;
import ristretto.sdk.Server;
import ristretto.sdk.Service;
import ristretto.sdk.protocol.CounterProtocol;

/**
 * The smallest useful component: counts how often it was asked. A crash begins at 1 again, and its clients notice
 * nothing else.
 */
public final class Counter implements Service {
    private long count;

    public static void main(String[] arguments) {
        Server.run("counter", new Counter());
    }

    @Override
    public void serve(Request request) {
        if (request.label() == CounterProtocol.COUNT) {
            count++;
            request.answer().putLong(count);
        }
    }
}
