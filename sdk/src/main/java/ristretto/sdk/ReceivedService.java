package ristretto.sdk;

import ristretto.magic.CallRegisters;
import ristretto.sdk.service.Transport;

/** The way to a service that came as an argument, until it is closed. */
final class ReceivedService implements Transport {
    private final ReceivedServices all;
    private final Connection connection;
    private boolean closed;

    ReceivedService(ReceivedServices all, int slot) {
        this.all = all;
        connection = new Connection(slot);
    }

    void take() {
        all.take(connection.slot());
    }

    Connection connection() {
        if (closed) {
            throw new IllegalStateException("the service was given back");
        }
        return connection;
    }

    @Override
    public int call(Message message, long deadlineTicks) {
        return connection().call(message, deadlineTicks);
    }

    @Override
    public CallRegisters words() {
        return connection.words();
    }

    @Override
    public long callRegisters(long tag, long deadlineTicks) {
        return connection().callRegisters(tag, deadlineTicks);
    }

    @Override
    public void take(Message message) {
        connection.take(message);
    }

    /** Its slot may hold another service from now on, which this object never reaches. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            all.giveBack(connection.slot());
        }
    }
}
