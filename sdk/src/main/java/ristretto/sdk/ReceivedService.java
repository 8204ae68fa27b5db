package ristretto.sdk;

import ristretto.magic.CallRegisters;
import ristretto.sdk.service.Transport;

/** The way to a service that came as an argument or a result, until it is closed. */
final class ReceivedService implements Transport {
    private final ReceivedServices all;
    private final Connection connection;
    /** Its server keeps it for this process, until it is told. */
    private final boolean isResult;

    private boolean closed;

    ReceivedService(ReceivedServices all, int slot, boolean isResult) {
        this.all = all;
        this.isResult = isResult;
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
    public int callForService(Message message, long deadlineTicks) {
        return connection().callForService(message, deadlineTicks);
    }

    @Override
    public int callLending(Message message, long patienceNs) {
        return connection().callLending(message, patienceNs);
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
            if (isResult) {
                tellServer();
            }
            all.giveBack(connection.slot());
        }
    }

    /** If it does not answer it is busy, or gone and with it the service, or has taken back the right to call that. */
    @NeverWaits(
            reason =
                    "a server answers that at once, as any immediate call, or is waited for no longer than a tenth of a second")
    private void tellServer() {
        try {
            connection.call(new Message().start(Request.END), Clock.deadline(Lending.PATIENCE_NS));
        } catch (CapabilityError e) {
            return;
        }
    }
}
