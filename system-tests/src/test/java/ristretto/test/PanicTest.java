package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.abi.ArchiveLayout;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;

/** A kernel that cannot go on says where in its source it stood, shows registers and trace, and ends the emulator with an error. */
class PanicTest {
    private static final Pattern SOURCE_LINE = Pattern.compile("ristretto\\.kernel\\.[\\w.]+\\(\\w+\\.java:\\d+\\)");

    @TempDir
    Path folder;

    @Test
    void namesFileAndLine() throws IOException, InterruptedException {
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(ArchiveLayout.ROOT, "this is no image of a process".getBytes(StandardCharsets.UTF_8));
        Path elf = folder.resolve("panic.elf");
        new AheadOfTimeCompiler().boot(ImageFactory.builder().kernel(), entries, 4096, 4096, elf);
        try (Conversation conversation = new Conversation(new Machine(elf, 16 << 20))) {
            int exitCode = conversation.exitCode(Waits.COMMAND);
            String said = conversation.heard();
            assertTrue(said.contains("PANIC: "), said);
            assertTrue(SOURCE_LINE.matcher(said).find(), said);
            assertEquals(101, exitCode, said);
        }
    }
}
