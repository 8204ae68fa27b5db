package ristretto.test.faults;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class GdbRemoteTest {
    @TempDir
    Path folder;

    /** QEMU makes the socket first and listens then: on a busy host we come between these. */
    @Test
    @Timeout(60)
    void aSocketAtWhichNobodyListensYetIsWaitedFor() throws Exception {
        Path socket = nobodyListens();
        CompletableFuture<SocketChannel> connected = CompletableFuture.supplyAsync(() -> {
            try {
                return GdbRemote.connect(socket, Duration.ofSeconds(50));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(100);
        Files.delete(socket);
        try (ServerSocketChannel server = listen(socket);
                SocketChannel channel = connected.get(50, TimeUnit.SECONDS)) {
            assertTrue(channel.isConnected());
        }
    }

    @Test
    void nobodyIsWaitedForForEver() throws IOException {
        Path refusing = nobodyListens();
        assertThrows(SocketException.class, () -> GdbRemote.connect(refusing, Duration.ofMillis(20)));
        Path none = folder.resolve("none");
        assertThrows(SocketException.class, () -> GdbRemote.connect(none, Duration.ofMillis(20)));
    }

    private Path nobodyListens() throws IOException {
        Path socket = folder.resolve("gdb");
        listen(socket).close();
        return socket;
    }

    private static ServerSocketChannel listen(Path socket) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
    }
}
