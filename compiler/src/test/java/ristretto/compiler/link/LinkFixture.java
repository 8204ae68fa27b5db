package ristretto.compiler.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tool chain, opened once for all tests of this package, and their resources. */
final class LinkFixture {
    static final Toolchain TOOLCHAIN = Toolchain.open();
    static final CodeGenerator GENERATOR = new CodeGenerator(TOOLCHAIN);

    private LinkFixture() {}

    static String text(String resource) throws IOException {
        try (InputStream content = LinkFixture.class.getResourceAsStream(resource)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static ImageLinker.Image process(String irText, Path folder) throws IOException {
        return program(irText, Target.RISCV64_PROCESS, folder);
    }

    static ImageLinker.Image program(String irText, Target target, Path folder) throws IOException {
        Path object = folder.resolve("process.o");
        GENERATOR.compile(irText, object, target);
        return new ImageLinker(TOOLCHAIN, GENERATOR).link(List.of(object), target, folder);
    }

    /** A kernel that does nothing, with 8 bytes of data and 4 of bss. */
    static ImageLinker.Image kernel(Path folder) throws IOException {
        Path source = folder.resolve("kernel.S");
        Path object = folder.resolve("kernel.o");
        Files.writeString(source, """
                .section .text.start, "ax"
                .globl _start
                _start: la a0, number
                    la a1, area
                    fsd f0, 0(a0)
                    ret
                .data
                number: .dword 42
                .bss
                area: .word 0
                """);
        new Assembler(GENERATOR, Target.RISCV64_KERNEL).assemble(source, object);
        return new ImageLinker(TOOLCHAIN, GENERATOR).link(List.of(object), Target.RISCV64_KERNEL, folder);
    }
}
