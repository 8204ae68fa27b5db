package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.Optimisation;

/** What the build's JVM does beside does not come into a program: static finals of the JDK's classes are read from that JVM. */
class BusyBuildTest {
    /** A program that says what its first pool's thread is called. */
    static final class FirstPool {
        public static void main(String[] arguments) {
            System.out.println(
                    Executors.defaultThreadFactory().newThread(() -> {}).getName());
        }

        private FirstPool() {}
    }

    @TempDir
    static Path folder;

    @Test
    void poolsAreCountedFromOneOn() throws IOException, InterruptedException {
        Executors.defaultThreadFactory();
        Path classes = Path.of("target/test-classes");
        Path executable = folder.resolve("first-pool");
        new AheadOfTimeCompiler()
                .executable(
                        List.of(classes),
                        ImageFactory.HOUSE.underPrograms(),
                        List.of(FirstPool.class.getName()),
                        Optimisation.SIZE,
                        executable);
        assertTrue(executable.toFile().setExecutable(true));
        Process process = new ProcessBuilder(executable.toString()).start();
        assertEquals("pool-1-thread-1\n", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
    }

    /** As in a build that compiles several programs at a time. */
    @Test
    void theCommonPoolIsNotThatOfTheBuild() throws IOException, InterruptedException {
        Corpus corpus = new Corpus(folder);
        CorpusProgram program = corpus.program("ThreadFutures");
        Path executable = folder.resolve("futures");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<Void> beside = CompletableFuture.runAsync(() -> {
            begun.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();
        try {
            new AheadOfTimeCompiler()
                    .executable(
                            List.of(corpus.classFiles(program)),
                            ImageFactory.HOUSE.underPrograms(),
                            List.of(program.mainClass()),
                            Optimisation.SIZE,
                            executable);
        } finally {
            over.countDown();
        }
        beside.join();
        assertTrue(executable.toFile().setExecutable(true));
        assertEquals(
                corpus.onHotSpot(program).output(),
                corpus.run(List.of(executable.toString()), program).output());
    }
}
