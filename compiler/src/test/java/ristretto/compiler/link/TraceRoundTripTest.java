package ristretto.compiler.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.link.TraceFunction.InlinedBody;
import ristretto.compiler.link.TraceFunction.Row;
import ristretto.magic.Memory;
import ristretto.magic.SimulatedMemory;
import ristretto.magic.TraceTable;

/** Many random methods that call and inline one another: at every instruction the table says what the debug information says. */
class TraceRoundTripTest {
    private static final long TABLE = 0x5000;
    private static final int FUNCTIONS = 36;
    private static final int INLINED = 10;

    private final Random random = new Random(1);
    private final StringBuilder code = new StringBuilder();
    private final StringBuilder metadata = new StringBuilder();
    private int nextNode = 100;

    @AfterEach
    void forgetTable() {
        SimulatedMemory.reset();
    }

    @Test
    void everyInstruction(@TempDir Path folder) throws Exception {
        check(Target.RISCV64_PROCESS, folder);
    }

    @Test
    void everyInstructionWhereTheyHaveAnyLength(@TempDir Path folder) throws Exception {
        check(Target.LINUX_X86_64, folder);
    }

    private void check(Target target, Path folder) throws Exception {
        byte[] linked = LinkFixture.program(program(), target, folder).withSymbols();
        ElfImage elf = new ElfImage(linked);
        byte[] table = TraceTableBuilder.build(linked, target.code(), true);
        for (int i = 0; i < table.length; i++) {
            Memory.storeByte(TABLE + i, table[i]);
        }
        List<TraceFunction> functions = TraceFunction.read(elf, target.code(), true);
        assertTrue(functions.size() > FUNCTIONS / 2);
        assertTrue(functions.stream().anyMatch(function -> function.bodies().size() > 4));
        for (TraceFunction function : functions) {
            check(function);
        }
    }

    private static void check(TraceFunction function) {
        for (int i = 0; i < function.rows().size(); i++) {
            Row row = function.rows().get(i);
            long end = i + 1 < function.rows().size()
                    ? function.start() + function.rows().get(i + 1).offset()
                    : function.end();
            List<String> expected = frames(function, row);
            assertEquals(expected, frames(function.start() + row.offset()));
            assertEquals(expected, frames(end - 1));
        }
    }

    private static List<String> frames(TraceFunction function, Row row) {
        List<String> frames = new ArrayList<>();
        int line = row.line();
        int number = row.body();
        while (true) {
            InlinedBody body = function.bodies().get(number);
            frames.add(body.method().name() + ":" + line);
            if (number == 0) {
                return frames;
            }
            line = body.callLine();
            number = body.around();
        }
    }

    private static List<String> frames(long address) {
        List<String> frames = new ArrayList<>();
        for (long frame = TraceTable.find(TABLE, address); frame != 0; frame = TraceTable.caller(TABLE, frame)) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < TraceTable.classLength(TABLE, frame); i++) {
                name.append((char) TraceTable.classByte(TABLE, frame, i));
            }
            name.append('.');
            for (int i = 0; i < TraceTable.methodLength(TABLE, frame); i++) {
                name.append((char) TraceTable.methodByte(TABLE, frame, i));
            }
            frames.add(name + ":" + TraceTable.line(frame));
        }
        return frames;
    }

    /** Functions call only later ones; the last {@link #INLINED} are always inlined, and call at most once, so that not everything grows without end. */
    private String program() {
        random.setSeed(1);
        code.setLength(0);
        metadata.setLength(0);
        nextNode = 100;
        for (int i = 0; i < FUNCTIONS + INLINED; i++) {
            addFunction(i);
        }
        return code + """
                define i64 @process_start(i64 %x) { %y = call i64 @f0(i64 %x) ret i64 %y }
                !llvm.module.flags = !{!0, !1, !2}
                !llvm.dbg.cu = !{!3}
                !0 = !{i32 1, !"target-abi", !"lp64d"}
                !1 = !{i32 2, !"Dwarf Version", i32 4}
                !2 = !{i32 2, !"Debug Info Version", i32 3}
                !3 = distinct !DICompileUnit(language: DW_LANG_C99, file: !4, emissionKind: FullDebug, nameTableKind: None)
                !4 = !DIFile(filename: "Main.java", directory: "")
                !5 = !DISubroutineType(types: !{})
                """ + metadata;
    }

    private void addFunction(int number) {
        boolean inlined = number >= FUNCTIONS;
        int program = nextNode++;
        metadata.append(
                ("!%d = distinct !DISubprogram(name: \"java.util.Class%d.method%d\", scope: !4, file: !4, line: %d, "
                                + "type: !5, unit: !3, spFlags: DISPFlagDefinition)%n")
                        .formatted(program, number / 7, number, number * 10));
        code.append("define i64 @f%d(i64 %%v0) %s nounwind !dbg !%d {%n"
                .formatted(number, inlined ? "alwaysinline" : "noinline", program));
        int statements = 2 + random.nextInt(6);
        for (int i = 0; i < statements; i++) {
            int location = nextNode++;
            int line = Math.max(1, number * 10 + random.nextInt(random.nextInt(10) == 0 ? 1000 : 12) - 4);
            metadata.append("!%d = !DILocation(line: %d, scope: !%d)%n".formatted(location, line, program));
            code.append(" %%p%d = inttoptr i64 %%v%d to ptr store volatile i64 %%v%d, ptr %%p%d, !dbg !%d%n"
                    .formatted(i, i, i, i, location));
            int nearest = inlined || random.nextBoolean() ? number + 1 : Math.max(number + 1, FUNCTIONS);
            int callee = nearest + random.nextInt(8);
            boolean last = callee >= FUNCTIONS + INLINED || inlined && i > 0;
            code.append(
                    last
                            ? " %%v%d = add i64 %%v%d, 1%n".formatted(i + 1, i)
                            : " %%v%d = call i64 @f%d(i64 %%v%d), !dbg !%d%n".formatted(i + 1, callee, i, location));
        }
        code.append(" ret i64 %%v%d%n}%n".formatted(statements));
    }
}
