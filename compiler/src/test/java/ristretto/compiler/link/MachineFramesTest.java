package ristretto.compiler.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.link.MachineFrames.Frame;

/** Every way in which LLVM takes room on the stack, and every way in which it calls by address. */
class MachineFramesTest {
    private static final String CODE = """
            .macro function name
                .section .text.\\name, "ax", @progbits
                .globl \\name
                .type \\name, @function
            \\name:
            .endm
            .macro end name
                .size \\name, . - \\name
            .endm
                .section .text.start, "ax", @progbits
                .globl _start
                .type _start, @function
            _start:
                call small
                jal ra, wide
                call sharing
                unimp
                .size _start, . - _start

            function small
                addi sp, sp, -16
                sd ra, 8(sp)
                call medium
                ld ra, 8(sp)
                addi sp, sp, 16
                ret
            end small

            function medium
                addi sp, sp, -496
                beqz a0, 1f
                j 2f
            1:  addi a0, a0, -1
            2:  addi sp, sp, 496
                ret
            end medium

            function wide
                addi sp, sp, -2032
                lui t0, 2
                addi t0, t0, -16
                sub sp, sp, t0
                jalr a5
                add sp, sp, t0
                addi sp, sp, 2032
                tail leaf
            end wide

            function sharing
                call t0, prologue
                addi sp, sp, -16
                call leaf
                ret
            end sharing

            prologue:
                addi sp, sp, -48
                sd ra, 40(sp)
                jr t0

            function leaf
                ret
            end leaf
            """;

    @TempDir
    Path folder;

    @Test
    void framesAndCalls() throws IOException {
        Path source = Files.writeString(folder.resolve("frames.S"), CODE);
        Path object = folder.resolve("frames.o");
        new Assembler(LinkFixture.GENERATOR, Target.RISCV64_KERNEL).assemble(source, object);
        byte[] image = new ImageLinker(LinkFixture.TOOLCHAIN, LinkFixture.GENERATOR)
                .link(List.of(object), Target.RISCV64_KERNEL, folder)
                .withSymbols();

        Map<String, Frame> frames = MachineFrames.read(new ElfImage(image));

        assertEquals(new Frame(0, Set.of("small", "wide", "sharing")), frames.get("_start"));
        assertEquals(new Frame(16, Set.of("medium")), frames.get("small"));
        assertEquals(new Frame(496, Set.of()), frames.get("medium"));
        assertEquals(new Frame(2032 + 8192 - 16, Set.of("leaf")), frames.get("wide"));
        assertEquals(new Frame(48 + 16, Set.of("leaf")), frames.get("sharing"));
        assertEquals(new Frame(0, Set.of()), frames.get("leaf"));
    }
}
