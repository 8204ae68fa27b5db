package ristretto.counter;

import ristretto.api.Counter;
import ristretto.api.CounterDispatcher;
import ristretto.sdk.Server;

/**
 * The smallest useful component: counts how often it was asked. A crash begins at 1 again, and its clients notice
 * nothing else.
 */
public final class CounterComponent implements Counter {
    private long count;

    public static void main(String[] arguments) {
        Server.run("counter", new CounterDispatcher(new CounterComponent()));
    }

    @Override
    public long count() {
        count++;
        return count;
    }
}
