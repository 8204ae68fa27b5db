package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.abi.ArchiveLayout;
import ristretto.compiler.link.ElfImage;
import ristretto.compiler.link.MachineFrames;
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

    /** Functions of entry.S that lead out. */
    private static final List<String> ENTRY =
            List.of("_start", "trap_entry", "trap_message_general", "trap_switch", "trap_switch_back");

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

    /** One that is not would show only when something breaks there. */
    @Test
    void eachWayOutIsOneThatLooks() throws IOException {
        Path kernel = new SystemBuilder(ImageFactory.HOUSE, new AheadOfTimeCompiler(), KernelKind.DEBUG).kernel();
        Map<String, MachineFrames.Frame> functions = MachineFrames.read(new ElfImage(Files.readAllBytes(kernel)));
        Set<String> called = new TreeSet<>();
        for (String entry : ENTRY) {
            functions.get(entry).calls().stream()
                    .filter(name -> name.contains("kernel_"))
                    .forEach(called::add);
        }
        // The fast paths look where they go on; kernel_change_floats comes behind one that has looked.
        assertEquals(
                Set.of(
                        "__wrap_kernel_boot",
                        "__wrap_kernel_trap",
                        "__wrap_kernel_wake",
                        "__wrap_kernel_short_call",
                        "kernel_call",
                        "kernel_reply_receive",
                        "kernel_change_floats"),
                called);
        assertEquals(
                Set.of("trap_message_general", "__wrap_trap_switch"),
                functions.get("kernel_call").calls());
        assertEquals(
                Set.of("trap_message_general", "__wrap_trap_switch", "__wrap_trap_switch_back"),
                functions.get("kernel_reply_receive").calls());
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
