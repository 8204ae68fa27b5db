package ristretto.boot;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where QEMU connects the line to the gateway: a Unix socket, in a folder that only its owner sees. */
final class GatewaySocket implements AutoCloseable {
    private final Gateway gateway;
    private final Path folder = Files.createTempDirectory("ristretto-gateway-");
    private final Path path = folder.resolve("socket");
    private final ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);

    GatewaySocket(Gateway gateway) throws IOException {
        this.gateway = gateway;
        listener.bind(UnixDomainSocketAddress.of(path));
        Thread.ofPlatform().daemon().name("gateway").start(this::listen);
    }

    Path path() {
        return path;
    }

    private void listen() {
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        try (SocketChannel machine = listener.accept()) {
            gateway.connect(bytes -> send(machine, bytes));
            while (machine.read(buffer) >= 0) {
                gateway.received(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
        } catch (IOException e) {
            // The machine is off, or never came.
        } finally {
            gateway.end();
        }
    }

    private static void send(SocketChannel machine, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            machine.write(left);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            Files.deleteIfExists(path);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new AssertionError("the socket of the gateway cannot be closed: " + e.getMessage(), e);
        }
    }
}
