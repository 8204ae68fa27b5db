package ristretto.supervisor;

import ristretto.sdk.Connection;
import ristretto.sdk.Message;
import ristretto.sdk.Startup;
import ristretto.sdk.protocol.SystemProtocol;

/** The request to root, whose device the power switch is, to end the machine or to restart it. */
final class PowerOff {
    private final Connection root = new Connection(Startup.supervisor());
    private final Message message = new Message();

    void restart() {
        root.call(message.start(SystemProtocol.RESTART));
    }

    void now(int exitCode) {
        root.call(message.start(SystemProtocol.POWER_OFF).putLong(exitCode));
    }
}
