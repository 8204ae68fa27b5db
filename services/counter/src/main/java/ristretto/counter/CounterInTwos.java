package ristretto.counter;

import ristretto.api.CounterDispatcher;
import ristretto.sdk.Server;

/** Another version, which may take the counter's place while the system runs: it goes on from the same count, in steps of two. */
public final class CounterInTwos {
    public static void main(String[] arguments) {
        Server.run("counter", new CounterDispatcher(new CounterComponent(2)));
    }

    private CounterInTwos() {}
}
