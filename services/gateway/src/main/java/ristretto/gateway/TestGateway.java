package ristretto.gateway;

import ristretto.sdk.Connection;
import ristretto.sdk.Handler;
import ristretto.sdk.InterruptLine;
import ristretto.sdk.Request;
import ristretto.sdk.Server;
import ristretto.sdk.protocol.FramedLine;
import ristretto.sdk.protocol.GatewayProtocol;
import ristretto.sdk.service.Transport;

/**
 * The process by which a test calls the services of a booted system: it takes calls from a serial line that ends in the test, makes them, and sends the answers back. It is in a system's
 * image only where a test has asked for it, and can call only the services that it names; arguments are their names.
 */
public final class TestGateway implements Handler {
    private final SerialPort port = SerialPort.open();
    private final InterruptLine interrupt = InterruptLine.named(SerialPort.NAME);
    private final FramedLine line = new FramedLine();
    private final Calls calls;

    private TestGateway(String[] services) {
        Transport[] connections = new Transport[services.length];
        for (int i = 0; i < services.length; i++) {
            connections[i] = Connection.to(services[i]);
        }
        calls = new Calls(connections);
    }

    public static void main(String[] services) {
        TestGateway gateway = new TestGateway(services);
        gateway.send(new long[] {GatewayProtocol.HELLO});
        gateway.receive();
        Server.run("test-gateway", gateway);
    }

    /** Nobody may ask for anything here. */
    @Override
    public void serve(Request request) {}

    @Override
    public void signalled(long bits) {
        receive();
    }

    private void receive() {
        for (int value = port.read(); value >= 0; value = port.read()) {
            long[] call = line.receive(value);
            if (call != null) {
                send(calls.make(call));
            }
        }
        interrupt.acknowledge();
    }

    private void send(long[] words) {
        for (byte value : FramedLine.frame(words)) {
            port.write(value);
        }
    }
}
