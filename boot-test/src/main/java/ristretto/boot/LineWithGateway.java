package ristretto.boot;

import java.io.IOException;
import java.time.Duration;

/** A machine's serial line, and the socket of its gateway, which ends with it. */
final class LineWithGateway implements Line {
    private final Line line;
    private final GatewaySocket socket;

    LineWithGateway(Line line, GatewaySocket socket) {
        this.line = line;
        this.socket = socket;
    }

    @Override
    public String expect(String text, Duration patience) throws IOException, InterruptedException {
        return line.expect(text, patience);
    }

    @Override
    public void send(String text) throws IOException {
        line.send(text);
    }

    @Override
    public String heard() {
        return line.heard();
    }

    @Override
    public void close() {
        line.close();
        socket.close();
    }
}
