package ristretto.boot;

import java.time.Duration;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.sdk.Message;
import ristretto.sdk.service.Transport;

/** How a client in a test gets its messages to a service of the booted system. */
final class GatewayTransport implements Transport {
    private final Gateway gateway;
    private final int service;
    private final Duration patience;
    private final CallRegisters registers = new CallRegisters();
    private final Message message = new Message();

    GatewayTransport(Gateway gateway, String service, Duration patience) {
        this.gateway = gateway;
        this.service = gateway.place(service);
        this.patience = patience;
    }

    /** The machine has the clock: it is told how long, and makes a point in time of it. */
    @Override
    public long deadline(long fromNowNs) {
        return fromNowNs;
    }

    @Override
    public int call(Message call, long patienceNs) {
        gateway.call(service, call, patienceNs, patience);
        return call.label();
    }

    /** @throws UnsupportedOperationException always: the right to call it would end at the gateway */
    @Override
    public int callForService(Message call, long patienceNs) {
        throw new UnsupportedOperationException("services as results do not come to a test");
    }

    @Override
    public CallRegisters words() {
        return registers;
    }

    @Override
    public long callRegisters(long tag, long patienceNs) {
        CallRegisters r = registers;
        long[] words = {r.a0, r.a1, r.a2, r.a3, r.a4, r.a5, r.a6, r.a7};
        message.start(Tag.label(tag));
        for (int i = 0; i < Tag.words(tag); i++) {
            message.putLong(words[i]);
        }
        call(message, patienceNs);
        if (message.size() == 1) {
            r.a0 = message.getLong();
            message.start(message.label()).putLong(r.a0);
        }
        return Tag.of(message.label(), message.size());
    }

    /** Of answers that are not just what the client expects. */
    @Override
    public void take(Message target) {
        target.start(message.label());
        while (message.left() > 0) {
            target.putLong(message.getLong());
        }
    }
}
