package ristretto.bench;

import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.Connection;
import ristretto.sdk.Heartbeat;
import ristretto.sdk.Message;
import ristretto.sdk.Startup;

/** Borrows as many parts as its argument says, uses none of them, and keeps them. */
final class Hoarder {
    private static final long FOR_EVER_NS = 1_000_000_000_000L;

    public static void main(String[] arguments) {
        Connection supervisor = new Connection(Startup.supervisor());
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            supervisor.call(
                    new Message().start(SupervisorProtocol.BORROW).putLong(i).putLong(0));
        }
        Heartbeat.sleep(FOR_EVER_NS);
    }

    private Hoarder() {}
}
