package ristretto.compiler.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeGeneratorTest {
    @TempDir
    private Path folder;

    @Test
    void aMistakeInTheTextIsToldWithItsLine() {
        assertEquals("""
                ir:2:9: error: value doesn't match function result type 'i64'
                    ret i32 0
                        ^""", failure("define i64 @f() {\n    ret i32 0\n}", CodeGenerator.OPTIMIZE));
    }

    @Test
    void aModuleThatDoesNotVerifyIsRefused() {
        assertTrue(failure("define i64 @f() {\n a: %x = add i64 %y, 1\n %y = add i64 1, 1\n ret i64 %x }", "")
                .startsWith("Instruction does not dominate all uses!"));
    }

    @Test
    void anUnknownPassIsNamed() {
        assertEquals("unknown pass name 'shrink'", failure("", "shrink"));
    }

    private String failure(String irText, String pipeline) {
        return assertThrows(
                        LinkException.class,
                        () -> LinkFixture.GENERATOR.compile(
                                irText, folder.resolve("wrong.o"), Target.RISCV64_PROCESS, pipeline))
                .getMessage();
    }

    @Test
    void aMistakeInAssemblyIsToldWithFileAndLine() throws Exception {
        Path source = Files.writeString(folder.resolve("wrong.S"), "nop\n  frobnicate a0\n");
        LinkException failure =
                assertThrows(LinkException.class, () -> new Assembler(LinkFixture.GENERATOR, Target.RISCV64_KERNEL)
                        .assemble(source, folder.resolve("wrong.o")));
        assertEquals(source + ":2:3: unrecognized instruction mnemonic\n  frobnicate a0\n  ^", failure.getMessage());
    }

    @Test
    void aMissingSymbolIsNamed() throws Exception {
        Path object = folder.resolve("call.o");
        LinkFixture.GENERATOR.compile(
                "declare void @missing() define void @_start() { call void @missing() ret void }",
                object,
                Target.RISCV64_KERNEL);
        LinkException failure = assertThrows(LinkException.class, () -> new Linker(LinkFixture.TOOLCHAIN)
                .link(List.of(object), Target.RISCV64_KERNEL, folder.resolve("call.elf")));
        assertTrue(failure.getMessage().startsWith("ld.lld: error: undefined symbol: missing"));
    }

    @Test
    void noCallBecomesAJump() {
        String text = "declare i64 @g(i64) define i64 @f(i64 %x) { %y = tail call i64 @g(i64 %x) ret i64 %y }";
        String assembly = LinkFixture.GENERATOR.assembly(text, Target.RISCV64_PROCESS, CodeGenerator.OPTIMIZE);
        assertTrue(assembly.contains("call\tg"));
        assertFalse(assembly.contains("tail\tg"));
        String permitted = LinkFixture.GENERATOR.assembly(
                text.replace("(i64 %x) {", "(i64 %x) \"tail-calls\" {"),
                Target.RISCV64_PROCESS,
                CodeGenerator.OPTIMIZE);
        assertTrue(permitted.contains("tail\tg"));
    }

    @Test
    void theKernelComputesNothingInFloatingPointRegisters() {
        String text = "define i64 @f(double %x) { %y = bitcast double %x to i64 ret i64 %y }";
        String kernel = LinkFixture.GENERATOR.assembly(text, Target.RISCV64_KERNEL, "");
        String process = LinkFixture.GENERATOR.assembly(
                text + " !llvm.module.flags = !{!0} !0 = !{i32 1, !\"target-abi\", !\"lp64d\"}",
                Target.RISCV64_PROCESS,
                "");
        assertFalse(kernel.contains("fmv.x.d"));
        assertTrue(process.contains("fmv.x.d"));
    }

    @Test
    void sameTextGivesSameBytes() throws Exception {
        String text = LinkFixture.text("inlining.ll");
        Path one = folder.resolve("one.o");
        Path two = folder.resolve("two.o");
        LinkFixture.GENERATOR.compile(text, one, Target.RISCV64_PROCESS);
        LinkFixture.GENERATOR.compile(text, two, Target.RISCV64_PROCESS);
        assertEquals(-1, Files.mismatch(one, two));
    }
}
