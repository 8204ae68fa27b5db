package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.Optimisation;

/** What the build's JVM does beside does not come into a program: static finals of the JDK's classes are read from that JVM. */
class BusyBuildTest {
    @TempDir
    static Path folder;

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
