package ristretto.sdk;

import java.util.Objects;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.sdk.service.ServiceClient;
import ristretto.sdk.service.Transport;

/** Services and buffers that travel as arguments, and services that are results, for what the annotation processor writes. */
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
     * The way to the service that came with a message, a request or an answer. The caller gives it back by closing its client.
     *
     * @throws MessageFormatException where none came, or there is no room for it
     */
    public static Transport take(Message message) {
        if (!(taken(message) instanceof Transport service)) {
            throw new MessageFormatException("message: expected a service, got none");
        }
        if (service instanceof ReceivedService received) {
            received.take();
        }
        return service;
    }

    /** What came with a message, or beside the channel by which that came. */
    private static Object taken(Message message) {
        Object came = message.take();
        return came instanceof LateCall call ? call.takeRight() : came;
    }

    /** What came with a message, with the patience that is due to it. */
    public static <C extends ServiceClient> C patient(C client) {
        client.setPatience(PATIENCE_NS);
        return client;
    }

    /**
     * A method that returns a service is about to be called.
     *
     * @throws IllegalStateException where the client can hold no more of them
     */
    public static void expectRoom(Request request) {
        request.expectRoom();
    }

    /**
     * Lets what a method has returned travel with the answer.
     *
     * @param handler its dispatcher
     * @throws IllegalArgumentException where it is another process's service
     */
    public static void handOut(Request request, Object service, Handler handler) {
        if (Objects.requireNonNull(service, "the method returned null: expected a service") instanceof ServiceClient) {
            throw new IllegalArgumentException("expected a service of this process as the result, got a "
                    + service.getClass().getName() + ", which calls another process's");
        }
        request.handOut(handler, service);
    }

    /** Lets a buffer travel with a message, until {@link #end}. */
    public static void put(Message message, Buffer buffer, boolean mayWrite) {
        OwnBuffer own = buffer instanceof OwnBuffer given ? given : null;
        if (own == null && buffer instanceof LentBuffer) {
            throw new IllegalArgumentException("expected this process's own buffer, got one that was lent to it");
        }
        message.carry(
                Objects.requireNonNull(buffer),
                own == null
                        ? 0
                        : Tag.withCapability(
                                0,
                                own.lease(OwnBuffer.OF_MESSAGES),
                                mayWrite ? Rights.READ | Rights.WRITE : Rights.READ));
    }

    /** The call is over: whatever has become of the buffer's capability, nobody else has one any more. */
    public static void end(Buffer buffer) {
        if (buffer instanceof OwnBuffer own) {
            own.takeBack(OwnBuffer.OF_MESSAGES);
        }
    }

    /**
     * The buffer that came with a message, until it is answered.
     *
     * @throws MessageFormatException where none came, or not the right to do with it what the method is there for
     */
    public static Buffer takeBuffer(Message message, boolean mayWrite) {
        if (!(taken(message) instanceof Buffer buffer)) {
            throw new MessageFormatException("message: expected a buffer, got none");
        }
        if (buffer instanceof LentBuffer lent) {
            lent.expect(mayWrite);
        }
        return buffer;
    }

    private Lending() {}
}
