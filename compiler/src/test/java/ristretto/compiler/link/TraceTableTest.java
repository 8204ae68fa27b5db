package ristretto.compiler.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.magic.Memory;
import ristretto.magic.SimulatedMemory;
import ristretto.magic.TraceTable;

/** From hand-written IR to frames: {@code inlining.ll} has the calls that these tests expect. */
class TraceTableTest {
    private static final long TABLE = 0x5000;

    private ElfImage elf;

    @BeforeEach
    void loadTable(@TempDir Path folder) throws Exception {
        elf = new ElfImage(
                LinkFixture.process(LinkFixture.text("inlining.ll"), folder).withSymbols());
        byte[] table = elf.section(".trace");
        for (int i = 0; i < table.length; i++) {
            Memory.storeByte(TABLE + i, table[i]);
        }
        assertTrue(TraceTable.isPresent(TABLE));
        assertEquals(table.length, Memory.loadInt(TABLE + TraceTable.BYTES));
    }

    @AfterEach
    void forgetTable() {
        SimulatedMemory.reset();
    }

    @Test
    void framesOfAMethodAndOfAllThatIsInlinedIntoItButNotOfHiddenOnes() {
        assertEquals(List.of("""
                        java.base/java.util.Map.leaf(Map.java:1001)
                        app.Outer$Inner.middle(Outer.java:21)
                        Main.main(Main.java:5)""", """
                        java.base/java.util.Map.leaf(Map.java:1009)
                        app.Outer$Inner.middle(Outer.java:21)
                        Main.main(Main.java:5)""", """
                        java.base/java.util.Map.leaf(Map.java:1001)
                        app.Outer$Inner.middle(Outer.java:22)
                        Main.main(Main.java:5)""", """
                        java.base/java.util.Map.leaf(Map.java:1009)
                        app.Outer$Inner.middle(Outer.java:22)
                        Main.main(Main.java:5)""", "Main.main(Main.java:300)", ""), tracesIn("process_start"));
        assertEquals(List.of(""), tracesIn("hidden"));
    }

    @Test
    void aFileThatIsNotTheClassesAndANameBeyondAscii() {
        assertEquals(
                List.of("Callee.stäy(Generated.java:8)", "Callee.stäy(Generated.java:65535)"),
                tracesIn("Callee.stay(J)J"));
    }

    @Test
    void codeWithoutDebugInformationHasNoFrames() {
        assertEquals(List.of(""), tracesIn("unknown"));
        assertEquals("", trace(elf.symbol("_start")));
        assertEquals("", trace(0));
        assertEquals("", trace(-1));
        assertEquals("", trace(elf.symbol("trace_start")));
    }

    /** The different traces of a function's instructions, in their order. */
    private List<String> tracesIn(String function) {
        ElfImage.Symbol symbol = elf.symbols().stream()
                .filter(one -> one.name().equals(function))
                .findFirst()
                .orElseThrow();
        List<String> traces = new ArrayList<>();
        for (long address = symbol.address(); address < symbol.address() + symbol.size(); address++) {
            String trace = trace(address);
            if (traces.isEmpty() || !traces.getLast().equals(trace)) {
                traces.add(trace);
            }
        }
        return traces;
    }

    private static String trace(long address) {
        List<String> lines = new ArrayList<>();
        for (long frame = TraceTable.find(TABLE, address); frame != 0; frame = TraceTable.caller(TABLE, frame)) {
            long it = frame;
            lines.add(text(TraceTable.classLength(TABLE, it), i -> TraceTable.classByte(TABLE, it, i))
                    + "." + text(TraceTable.methodLength(TABLE, it), i -> TraceTable.methodByte(TABLE, it, i))
                    + "(" + text(TraceTable.fileLength(TABLE, it), i -> TraceTable.fileByte(TABLE, it, i))
                    + ":" + TraceTable.line(it) + ")");
        }
        return String.join("\n", lines);
    }

    private static String text(int length, IntUnaryOperator byteAt) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) byteAt.applyAsInt(i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
