package ristretto.test.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.api.Counter;
import ristretto.api.CounterClient;
import ristretto.magic.CallRegisters;
import ristretto.sdk.Message;
import ristretto.sdk.Server;
import ristretto.sdk.protocol.FramedLine;
import ristretto.sdk.protocol.GatewayProtocol;
import ristretto.sdk.service.Transport;
import ristretto.test.ImageFactory;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.Systems;
import ristretto.tool.image.TestGateway;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/** What comes on the line to the gateway of the demonstration may be anything: the gateway goes on, and so does all else. */
class HostileLineTest {
    private static final int FRAMES = 3000;

    @TempDir
    private Path folder;

    @Test
    void theGatewayIsNotHurt() throws IOException, InterruptedException {
        List<String> services = List.of("counter");
        HouseComponents components = new HouseComponents(ImageFactory.HOUSE);
        SystemDescription system = TestGateway.addedTo(
                Systems.find(ImageFactory.HOUSE, "demo"), ImageFactory.HOUSE, "demo", "", services, components);
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("demo.elf"));
        Path socket = folder.resolve("socket");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(socket));
            Machine machine = Machine.of(elf, system.platform()).with(TestGateway.arguments(socket));
            try (ShellSession shell = new ShellSession(machine);
                    SocketChannel line = listener.accept()) {
                FramedLine answers = new FramedLine();
                assertArrayEquals(new long[] {GatewayProtocol.HELLO}, next(line, answers));
                Thread pouring = Thread.ofPlatform().daemon().start(() -> pour(line));
                int refused = drain(line, answers);
                pouring.join();
                assertTrue(refused > FRAMES / 4, refused + " calls were refused");
                write(line, FramedLine.frame(new long[] {7, 0, labelOfCount(), 0}));
                assertArrayEquals(new long[] {7, GatewayProtocol.ANSWERED, 0, 1}, next(line, answers));
                String processes = shell.run("ps");
                assertTrue(processes.contains("test-gateway"), processes);
                processes.lines().skip(1).forEach(process -> assertTrue(process.endsWith(" 0"), processes));
                assertEquals("2\n", shell.run("count"));
            }
        }
    }

    /** Bytes of no order, whole frames of random words, and calls that are almost right. */
    private static void pour(SocketChannel line) {
        Random random = new Random(20261127);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < FRAMES; i++) {
            switch (i % 3) {
                case 0 -> {
                    byte[] noise = new byte[random.nextInt(40)];
                    random.nextBytes(noise);
                    all.writeBytes(noise);
                }
                case 1 ->
                    all.writeBytes(FramedLine.frame(
                            random.longs(1 + random.nextInt(140)).toArray()));
                default -> {
                    long[] call = new long[GatewayProtocol.CALL_WORDS + random.nextInt(9)];
                    call[0] = i;
                    call[1] = random.nextInt(-1, 2);
                    call[2] = random.nextInt() | (random.nextBoolean() ? 0 : 1L << 40);
                    call[3] = random.nextBoolean() ? random.nextLong() : 1_000_000;
                    all.writeBytes(FramedLine.frame(call));
                }
            }
        }
        // So that the last one is in step again.
        all.writeBytes(FramedLine.frame(new long[] {-5, 0, 12345, 0}));
        try {
            write(line, all.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers how many calls were refused, up to one that the service itself refuses. */
    private static int drain(SocketChannel line, FramedLine answers) throws IOException {
        int refused = 0;
        while (true) {
            long[] answer = next(line, answers);
            if (answer[0] == -5 && answer.length == GatewayProtocol.ANSWER_WORDS) {
                assertArrayEquals(new long[] {-5, GatewayProtocol.ANSWERED, Server.BAD_REQUEST}, answer);
                return refused;
            }
            refused += answer[1] == GatewayProtocol.REFUSED ? 1 : 0;
        }
    }

    private static void write(SocketChannel line, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            line.write(left);
        }
    }

    private static long[] next(SocketChannel line, FramedLine answers) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        while (line.read(one.clear()) == 1) {
            long[] words = answers.receive(one.get(0) & 0xff);
            if (words != null) {
                return words;
            }
        }
        throw new IOException("the line has ended");
    }

    /** The number of the interface's one method, as its client has it. */
    private static int labelOfCount() {
        int[] label = new int[1];
        Counter counter = new CounterClient(new Transport() {
            private final CallRegisters words = new CallRegisters();

            @Override
            public int call(Message message, long deadlineTicks) {
                throw new AssertionError();
            }

            @Override
            public CallRegisters words() {
                return words;
            }

            @Override
            public long callRegisters(long tag, long deadlineTicks) {
                label[0] = (int) (tag >> 32);
                return 1;
            }

            @Override
            public void take(Message message) {
                throw new AssertionError();
            }
        });
        counter.count();
        return label[0];
    }
}
