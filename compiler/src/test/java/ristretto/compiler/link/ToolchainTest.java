package ristretto.compiler.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolchainTest {

    @Test
    void twoAtOnceLeaveOneFolder(@TempDir Path cache) throws Exception {
        CompletableFuture<Toolchain> other = CompletableFuture.supplyAsync(() -> Toolchain.open(cache));
        Toolchain toolchain = Toolchain.open(cache);
        assertEquals(toolchain.library(), other.join().library());
        assertTrue(Files.isExecutable(toolchain.linker()));
        try (Stream<Path> folders = Files.list(cache)) {
            assertEquals(1, folders.count());
        }
    }
}
