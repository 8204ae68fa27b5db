package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.link.Assembler;
import ristretto.compiler.link.CodeGenerator;
import ristretto.compiler.link.ImageLinker;
import ristretto.compiler.link.Target;
import ristretto.compiler.link.Toolchain;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;

/** The kernel's own start in machine mode, the shipped file, with a hostile program in the place of the kernel. */
class MachineModeTest {
    private static final long BYTES = 512 << 10;
    private static final long MEMORY = 0xffff_ffc0_8000_0000L;

    @TempDir
    Path folder;

    @Test
    void supervisorAndUserReachNothingOfMachineModes() throws IOException, InterruptedException {
        CodeGenerator generator = new CodeGenerator(Toolchain.open());
        Assembler assembler = new Assembler(generator, Target.RISCV64_KERNEL);
        List<Path> objects = new ArrayList<>();
        Path start = ImageFactory.HOUSE.classes("kernel").resolve("ristretto/kernel/riscv64/machine.S");
        objects.add(folder.resolve("machine.o"));
        assembler.assemble(start, objects.getLast());
        objects.add(folder.resolve("hostile.o"));
        assembler.assemble(MachineModeTest.class, "machine-mode.S", objects.getLast());
        ImageLinker linker = new ImageLinker(Toolchain.open(), generator);
        Path elf = folder.resolve("boot.elf");
        Files.write(
                elf, linker.link(objects, Target.RISCV64_KERNEL, MEMORY, folder).stripped());
        try (Conversation conversation = new Conversation(new Machine(elf, BYTES).withoutFirmware())) {
            assertEquals(
                    0, conversation.exitCode(Waits.COMMAND), "number of the attempt that did not end as it should");
            assertEquals("", conversation.heard());
        }
    }
}
