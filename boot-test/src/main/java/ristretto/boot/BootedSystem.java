package ristretto.boot;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import ristretto.sdk.service.ServiceClient;
import ristretto.sdk.service.Transport;

/** A system that runs, in QEMU or on the desk, for the test that has it as a parameter: its console is read and written here, and its services are called. */
public final class BootedSystem implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("ristretto.patience", 60));

    private final Line line;
    private final Gateway gateway;

    BootedSystem(Line line, Gateway gateway) {
        this.line = line;
        this.gateway = gateway;
    }

    /**
     * A service of the system, one of those that {@link BootTest#services} names. Its methods can be called at once: what is not there yet is waited for. They go to the process that provides the service, and
     * answer or throw as they do in any other process: declared exceptions, {@link ristretto.sdk.service.ServiceRestarted}, {@link ristretto.sdk.service.ServiceFailure}.
     *
     * @param type the service's interface
     * @param name under which the system description has it
     * @return a client of its own, for one thread at a time
     */
    public <T> T service(Class<T> type, String name) {
        return service(type, name, Duration.ZERO);
    }

    /**
     * The same service, whose calls throw {@link ristretto.sdk.CapabilityError#isTimeout} where they take longer than this on the machine's clock.
     *
     * @param patience zero: without limit; the test itself still gives up after {@code ristretto.patience}
     */
    public <T> T service(Class<T> type, String name, Duration patience) {
        ServiceClient client = client(type, new GatewayTransport(gateway, name, PATIENCE));
        client.setPatience(patience.toNanos());
        return type.cast(client);
    }

    /** What the annotation processor has written for this interface. */
    private static ServiceClient client(Class<?> service, Transport transport) {
        try {
            Class<?> client = Class.forName(service.getName() + "Client", true, service.getClassLoader());
            return (ServiceClient) client.getConstructor(Transport.class).newInstance(transport);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "service: expected an interface with @Service and the client that is made from it, got "
                            + service.getName(),
                    e);
        }
    }

    /**
     * Waits until the console shows this text: for a minute at most, or as many seconds as the system property {@code ristretto.patience} says.
     *
     * @return what it showed before, since the text that was expected last; lines end with a line feed
     * @throws AssertionError where it does not come; the message shows what came instead
     */
    public String expect(String text) {
        return expect(text, PATIENCE);
    }

    /** The same with another patience. */
    public String expect(String text, Duration patience) {
        try {
            return line.expect(text, patience).replace("\r", "");
        } catch (IOException e) {
            throw new AssertionError(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for \"" + text + "\"", e);
        }
    }

    /** Types a line at the console, with the return key at its end. */
    public void type(String text) {
        try {
            line.send(text + "\r");
        } catch (IOException e) {
            throw new AssertionError("the machine is off: \"" + text + "\" cannot be typed", e);
        }
    }

    /** All that the console has shown so far. */
    public String shown() {
        return line.heard().replace("\r", "");
    }

    /** Pulls the plug. */
    @Override
    public void close() {
        line.close();
    }
}
