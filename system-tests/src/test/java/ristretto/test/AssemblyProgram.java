package ristretto.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
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

/** A resource of assembly as the only process of a machine, with all of root's authority. It ends the machine itself. */
final class AssemblyProgram {
    private static final long BYTES = 8 << 20;

    private AssemblyProgram() {}

    /** What the machine ended with. */
    record Result(int exitCode, String said) {}

    static Result run(String resource, Path folder) throws IOException, InterruptedException {
        Toolchain toolchain = Toolchain.open();
        Path object = folder.resolve("program.o");
        Path image = folder.resolve("program.elf");
        new Assembler(new CodeGenerator(toolchain), Target.RISCV64_PROCESS)
                .assemble(AssemblyProgram.class, resource, object);
        new Linker(toolchain).link(List.of(object), Target.RISCV64_PROCESS, image);
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(ArchiveLayout.ROOT, new ElfImage(Files.readAllBytes(image)).strip());
        Path elf = folder.resolve("boot.elf");
        new AheadOfTimeCompiler().boot(ImageFactory.builder().kernel(), entries, 4096, 4096, elf);
        try (Conversation conversation = new Conversation(new Machine(elf, BYTES))) {
            return new Result(conversation.exitCode(Waits.COMMAND), conversation.heard());
        }
    }
}
