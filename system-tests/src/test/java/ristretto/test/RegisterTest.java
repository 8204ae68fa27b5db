package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.abi.ArchiveLayout;
import ristretto.compiler.link.Assembler;
import ristretto.compiler.link.CodeGenerator;
import ristretto.compiler.link.ElfImage;
import ristretto.compiler.link.Linker;
import ristretto.compiler.link.Target;
import ristretto.compiler.link.Toolchain;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;

/**
 * Every register of a thread is its own: two threads, written in assembly as the only programs of a machine, take turns some
 * thousand times, by force and by choice. A new thread begins with nothing of anybody's.
 */
class RegisterTest {
    @TempDir
    Path folder;

    @Test
    void allRegistersOutliveEverySwitch() throws IOException, InterruptedException {
        Toolchain toolchain = Toolchain.open();
        Path object = folder.resolve("registers.o");
        Path image = folder.resolve("registers.elf");
        new Assembler(new CodeGenerator(toolchain), Target.RISCV64_PROCESS).assemble(RegisterTest.class, "registers.S", object);
        new Linker(toolchain).link(List.of(object), Linker.PROCESS_SCRIPT, image);
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(ArchiveLayout.ROOT, new ElfImage(Files.readAllBytes(image)).strip());
        Path elf = folder.resolve("boot.elf");
        new AheadOfTimeCompiler().boot(ImageFactory.builder().kernel(), entries, 4096, 4096, elf);
        try (Conversation conversation = new Conversation(new Machine(elf, 8 << 20))) {
            assertEquals(0, conversation.exitCode(Waits.COMMAND), conversation.heard());
        }
    }
}
