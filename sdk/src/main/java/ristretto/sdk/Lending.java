package ristretto.sdk;

import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.sdk.service.ServiceClient;
import ristretto.sdk.service.Transport;

/** Services that travel as arguments, for what the annotation processor writes. */
public final class Lending {
    /** So long a call of a service that came as an argument may take, if nobody says otherwise: whoever handed it over may know that nobody answers there. */
    public static final long PATIENCE_NS = 100_000_000;

    /** Lets a service travel with a message. Whoever receives it calls in the name of this process. */
    public static void put(Message message, Object service) {
        if (!(service instanceof ServiceClient client)) {
            throw new IllegalArgumentException("expected a client of another process's service, got an object of "
                    + service.getClass().getName());
        }
        Transport transport = client.transport();
        Connection connection = transport instanceof ReceivedService received
                ? received.connection()
                : transport instanceof Connection own ? own : null;
        message.carry(transport, connection == null ? 0 : Tag.withCapability(0, connection.slot(), Rights.SEND));
    }

    /**
     * The way to the service that came with a message. The caller gives it back by closing its client.
     *
     * @throws MessageFormatException where none came, or there is no room for it
     */
    public static Transport take(Message message) {
        Transport service = message.takeService();
        if (service == null) {
            throw new MessageFormatException("message: expected a service, got none");
        }
        if (service instanceof ReceivedService received) {
            received.take();
        }
        return service;
    }

    /** What came with a message, with the patience that is due to it. */
    public static <C extends ServiceClient> C patient(C client) {
        client.setPatience(PATIENCE_NS);
        return client;
    }

    private Lending() {}
}
