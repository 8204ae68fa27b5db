package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import ristretto.abi.ArchiveLayout;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;

/** A program that is the first process of a machine which counts instructions, and prints what it counted. */
final class CountedProgram {
    private static final String PACKAGE = "ristretto.bench.kerneltests.";
    private static final long BYTES = 16 << 20;
    private static final int HEAP = 256 << 10;
    private static final int STACK = 64 << 10;

    private CountedProgram() {}

    /**
     * Runs it to its end, which must be a good one; answers what it said.
     *
     * @param others classes of programs that are in the archive too, under their names in lower case
     */
    static String run(Path folder, String main, List<String> others) throws IOException, InterruptedException {
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(ArchiveLayout.ROOT, image(main));
        for (String other : others) {
            entries.put(other.toLowerCase(Locale.ROOT), image(other));
        }
        Path elf = folder.resolve("boot.elf");
        new AheadOfTimeCompiler().boot(ImageFactory.builder().kernel(), entries, HEAP, STACK, elf);
        try (Conversation conversation = new Conversation(new Machine(elf, BYTES, true))) {
            int exitCode = conversation.exitCode(Waits.COMMAND);
            assertEquals(0, exitCode, conversation.heard());
            return conversation.heard();
        }
    }

    private static byte[] image(String name) throws IOException {
        return Files.readAllBytes(ImageFactory.builder().component(name, PACKAGE + name));
    }
}
