package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.abi.ArchiveLayout;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.KernelKind;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;

/**
 * The kernel's debug build: what it finds broken is a panic that names the invariant. {@code ristretto.bench.kerneltests.PlantedCorruption} lets a
 * device write to the kernel's memory; the shipped kernel goes on with that, which shows that it was written.
 */
class DebugKernelTest {
    private static final long BYTES = 16 << 20;
    private static final int HEAP = 256 << 10;
    private static final int STACK = 64 << 10;
    private static final String BROKEN = "PANIC: a slot's key is not that of its object and rights (1, -";

    @TempDir
    Path folder;

    @Test
    void aBrokenInvariantIsAPanicThatNamesIt() throws IOException, InterruptedException {
        try (Conversation conversation = boot(KernelKind.DEBUG)) {
            int exitCode = conversation.exitCode(Waits.COMMAND);
            String said = conversation.heard();
            assertTrue(said.contains(BROKEN), said);
            assertTrue(said.contains("DebugBuild.check(DebugBuild.java:"), said);
            assertFalse(said.contains("\nrights "), said);
            assertEquals(101, exitCode, said);
        }
    }

    @Test
    void theShippedKernelDoesNotLook() throws IOException, InterruptedException {
        try (Conversation conversation = boot(KernelKind.SHIPPED)) {
            int exitCode = conversation.exitCode(Waits.COMMAND);
            String said = conversation.heard();
            assertTrue(said.contains("\nrights 554d455"), said);
            assertEquals(3, exitCode, said);
        }
    }

    private Conversation boot(KernelKind kind) throws IOException {
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        String main = "ristretto.bench.kerneltests.PlantedCorruption";
        entries.put(
                ArchiveLayout.ROOT, Files.readAllBytes(ImageFactory.builder().component("planted", main)));
        Path elf = folder.resolve("boot.elf");
        Path kernel = new SystemBuilder(ImageFactory.HOUSE, new AheadOfTimeCompiler(), kind).kernel();
        new AheadOfTimeCompiler().boot(kernel, entries, HEAP, STACK, elf);
        return new Conversation(new Machine(elf, BYTES, true));
    }
}
