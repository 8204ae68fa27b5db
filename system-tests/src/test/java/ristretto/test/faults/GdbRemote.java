package ristretto.test.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A machine in QEMU that we can stop, look into, change, and let go on, by gdb's remote protocol (GDB manual, appendix E); memory by physical addresses, which is an extension of QEMU's. It
 * is stopped at first.
 */
final class GdbRemote implements AutoCloseable {
    /** What fits into one packet of QEMU's as hexadecimal digits. */
    private static final int MOST_BYTES = 2048;

    private static final int INTERRUPT = 3;
    private static final int NANOSECONDS_PER_MILLISECOND = 1_000_000;
    private static final String AT_BREAKPOINT = "T05";
    /** The machine is off: it ended by itself, or by a signal. */
    private static final String ENDED = "WX";
    /** QEMU answers at once where it answers at all. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** For QEMU to listen. */
    private static final Duration BEGIN = Duration.ofSeconds(60);

    private static final int CONNECT_AGAIN_MS = 10;

    static final int PROGRAM_COUNTER = 32;

    private final SocketChannel channel;
    private final Selector selector;
    private final ByteBuffer input = ByteBuffer.allocate(1 << 16).flip();
    /** Of the answer before, which goes with what is sent next. */
    private String acknowledgement = "";

    private final int satp;

    GdbRemote(Path socket) throws IOException, InterruptedException {
        channel = connect(socket, BEGIN);
        channel.configureBlocking(false);
        selector = Selector.open();
        channel.register(selector, SelectionKey.OP_READ);
        satp = numberOf("satp");
        expectOk("Qqemu.PhyMemMode:1");
    }

    /** There is no socket at first, and then one at which nobody listens yet. */
    static SocketChannel connect(Path socket, Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return SocketChannel.open(UnixDomainSocketAddress.of(socket));
            } catch (SocketException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(CONNECT_AGAIN_MS);
            }
        }
    }

    /** Registers that are no general ones have numbers that QEMU tells. */
    private int numberOf(String register) throws IOException {
        StringBuilder xml = new StringBuilder();
        String part;
        do {
            part = ask("qXfer:features:read:riscv-csr.xml:%x,400".formatted(xml.length()));
            xml.append(part.substring(1));
        } while (part.startsWith("m"));
        Matcher found = Pattern.compile("<reg name=\"" + register + "\"[^>]* regnum=\"(\\d+)\"")
                .matcher(xml);
        if (!found.find()) {
            throw new IOException("QEMU tells of no register " + register);
        }
        return Integer.parseInt(found.group(1));
    }

    void goOn() throws IOException {
        send("c");
    }

    /** Lets a machine that is stopped go on until it comes to one of these addresses; false: it did not in this time. It is stopped afterwards. */
    boolean goOnTo(List<Long> addresses, Duration patience) throws IOException, InterruptedException {
        if (addresses.contains(register(PROGRAM_COUNTER))) {
            step();
        }
        for (long address : addresses) {
            expectOk("Z1,%x,4".formatted(address));
        }
        goOn();
        if (!answersWithin(patience)) {
            // To a machine that has stopped by then it says nothing.
            write(new byte[] {INTERRUPT});
        }
        String answer = receive();
        for (long address : addresses) {
            expectOk("z1,%x,4".formatted(address));
        }
        return answer.startsWith(AT_BREAKPOINT);
    }

    /** Lets it execute one instruction. */
    void step() throws IOException {
        ask("s");
    }

    void stop() throws IOException {
        write(new byte[] {INTERRUPT});
        String answer = receive();
        if (!answer.startsWith("T") && !answer.startsWith("S")) {
            throw new IOException("the machine has not stopped: " + answer);
        }
    }

    /** Which address space is in use: the register {@code satp}. */
    long addressSpace() throws IOException {
        return register(satp);
    }

    long register(int number) throws IOException {
        return bytes(ask("p%x".formatted(number))).getLong();
    }

    void setRegister(int number, long value) throws IOException {
        byte[] bytes = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        expectOk("P%x=%s".formatted(number, HexFormat.of().formatHex(bytes)));
    }

    byte[] read(long physicalAddress, int length) throws IOException {
        byte[] all = new byte[length];
        for (int done = 0; done < length; done += MOST_BYTES) {
            int part = Math.min(MOST_BYTES, length - done);
            bytes(ask("m%x,%x".formatted(physicalAddress + done, part))).get(all, done, part);
        }
        return all;
    }

    long readLong(long physicalAddress) throws IOException {
        return ByteBuffer.wrap(read(physicalAddress, 8))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
    }

    void write(long physicalAddress, byte[] bytes) throws IOException {
        expectOk("M%x,%x:%s"
                .formatted(physicalAddress, bytes.length, HexFormat.of().formatHex(bytes)));
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }

    private static ByteBuffer bytes(String answer) throws IOException {
        if (answer.startsWith("E") || answer.isEmpty()) {
            throw new IOException("gdb's stub answers \"" + answer + '"');
        }
        return ByteBuffer.wrap(HexFormat.of().parseHex(answer)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void expectOk(String request) throws IOException {
        String answer = ask(request);
        if (!answer.equals("OK")) {
            throw new IOException(request + ": expected OK, got \"" + answer + '"');
        }
    }

    private String ask(String request) throws IOException {
        send(request);
        return receive();
    }

    private void send(String request) throws IOException {
        int sum = 0;
        for (byte b : request.getBytes(StandardCharsets.ISO_8859_1)) {
            sum += b & 0xff;
        }
        String packet = acknowledgement + "$" + request + "#" + HexFormat.of().toHexDigits((byte) sum);
        acknowledgement = "";
        write(packet.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Of more than fits, which no request is, the rest would be lost. */
    private void write(byte[] bytes) throws IOException {
        if (channel.write(ByteBuffer.wrap(bytes)) != bytes.length) {
            throw new IOException("QEMU does not read what is sent to it");
        }
    }

    /** The next packet's content; acknowledgements before it are passed over. */
    private String receive() throws IOException {
        while (next() != '$') {}
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int c = next(); c != '#'; c = next()) {
            content.write(c == '}' ? next() ^ 0x20 : c);
        }
        next();
        next();
        acknowledgement = "+";
        String answer = content.toString(StandardCharsets.ISO_8859_1);
        if (!answer.isEmpty() && ENDED.indexOf(answer.charAt(0)) >= 0) {
            throw new IOException("the machine is off: " + answer);
        }
        return answer;
    }

    private int next() throws IOException {
        if (!input.hasRemaining() && !readWithin(PATIENCE)) {
            throw new IOException("QEMU has not answered for " + PATIENCE.toSeconds() + " s");
        }
        return input.get() & 0xff;
    }

    /** Whether a packet has begun to come in this time. Acknowledgements before it are passed over. */
    private boolean answersWithin(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        do {
            while (input.hasRemaining()) {
                if (input.get(input.position()) == '$') {
                    return true;
                }
                input.get();
            }
        } while (readWithin(Duration.ofNanos(end - System.nanoTime())));
        return false;
    }

    /** Whether anything came in this time. */
    private boolean readWithin(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        int count = channel.read(input.clear());
        for (long left = patience.toMillis();
                count == 0 && left > 0;
                left = (end - System.nanoTime()) / NANOSECONDS_PER_MILLISECOND) {
            selector.select(left);
            selector.selectedKeys().clear();
            count = channel.read(input);
        }
        input.flip();
        if (count < 0) {
            throw new IOException("QEMU has closed the connection");
        }
        return count > 0;
    }
}
