package ristretto.console;

import ristretto.abi.StreamProtocol;
import ristretto.sdk.DeviceRegisters;
import ristretto.sdk.Handler;
import ristretto.sdk.InterruptLine;
import ristretto.sdk.Message;
import ristretto.sdk.MessageFormatException;
import ristretto.sdk.Request;
import ristretto.sdk.Server;
import ristretto.sdk.Startup;
import ristretto.sdk.protocol.ConsoleProtocol;
import ristretto.sdk.system.SystemTable;

/**
 * The terminal: standard streams of all processes over one serial port, of which it owns the registers and the
 * interrupt, and nothing else. Argument: {@code raw} (every key at once), {@code lines}
 * (lines that the user may correct before he enters them) or {@code framed} (for another program at the other end).
 *
 * <p>Writing is done at once; a reader waits as a deferred request until the interrupt brings input.
 */
public final class Console implements Handler {
    private final Uart uart = new Uart(DeviceRegisters.named("uart"));
    private final InterruptLine interrupt = InterruptLine.named("uart");
    private final Input input = new Input();
    private final Readers readers = new Readers((int) Startup.grant(Startup.OWN, "replies"));
    private final byte[] buffer = new byte[StreamProtocol.MAXIMUM_BYTES];
    private final Message answer = new Message();
    private final Server server = Server.create("console", this);
    private final Mode mode;

    private Console(String name) {
        mode = switch (name) {
            case "raw" -> new RawMode(uart::write);
            case "lines" -> new LinesMode(uart::write);
            case "framed" -> new FramedMode(uart::write);
            default ->
                throw new IllegalArgumentException("console: expected the argument raw, lines or framed, got " + name);
        };
    }

    public static void main(String[] arguments) {
        Console console = new Console(arguments.length == 1 ? arguments[0] : "");
        console.receive();
        console.server.run();
    }

    @Override
    public void serve(Request request) {
        switch (request.label()) {
            case StreamProtocol.WRITE -> {
                write(request.message());
                request.answer();
            }
            case StreamProtocol.READ -> read(request);
            case StreamProtocol.IS_READY ->
                request.answer().putLong(readers.serves(request.isForeground()) && input.isReady() ? 1 : 0);
            case ConsoleProtocol.WRITE_LINE -> {
                expectSupervisor(request);
                mode.freshLine();
                write(request.message());
                request.answer();
            }
            case ConsoleProtocol.EXIT_CODE -> {
                expectSupervisor(request);
                mode.exitCode(request.message().getInt(Integer.MIN_VALUE, Integer.MAX_VALUE));
                request.answer();
            }
            default -> {}
        }
    }

    @Override
    public void signalled(long bits) {
        receive();
    }

    private void write(Message message) {
        long head = message.getLong();
        int stream = (int) head & 0xff;
        long length = head >>> 8;
        if (stream != StreamProtocol.OUTPUT && stream != StreamProtocol.ERROR || length > buffer.length) {
            throw new MessageFormatException("write: stream " + stream + ", " + length + " bytes");
        }
        message.getRaw(buffer, 0, (int) length);
        mode.write(stream, buffer, (int) length);
    }

    private void read(Request request) {
        int wanted = Math.min(request.message().getInt(1, Integer.MAX_VALUE), buffer.length);
        int ticket = request.defer();
        if (ticket < 0) {
            return;
        }
        int stale = readers.add(ticket, request.client(), wanted, request.isForeground());
        if (stale >= 0) {
            server.answer(stale, answer.start(Server.BAD_REQUEST));
        }
        serveReaders();
    }

    private void receive() {
        for (int value = uart.read(); value >= 0; value = uart.read()) {
            mode.receive(value & 0xff, input);
        }
        interrupt.acknowledge();
        serveReaders();
    }

    private void serveReaders() {
        int next = readers.next();
        while (next >= 0 && input.isReady()) {
            int count = input.take(buffer, readers.wanted(next));
            server.answer(readers.ticket(next), answer.start(0).putLong(count).putRaw(buffer, 0, count));
            readers.remove(next);
            next = readers.next();
        }
    }

    private static void expectSupervisor(Request request) {
        if (request.client() != SystemTable.SUPERVISOR) {
            throw new MessageFormatException("only for the supervisor");
        }
    }
}
