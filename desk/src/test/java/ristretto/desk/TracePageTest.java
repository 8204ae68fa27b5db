package ristretto.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ristretto.magic.Memory;
import ristretto.magic.SimulatedMemory;
import ristretto.magic.TraceTable;

/** What a trace page tells is read back by the reader that the supervisor has. */
class TracePageTest {
    private static final long TABLE = 0x5000;

    @BeforeEach
    void forget() {
        SimulatedMemory.reset();
    }

    private static void show(List<StackTraceElement> frames) {
        byte[] page = TracePage.of(frames);
        assertEquals(4096, page.length);
        for (int i = 0; i < page.length; i++) {
            Memory.storeByte(TABLE + i, page[i]);
        }
    }

    private static List<String> read(long programCounter) {
        List<String> lines = new ArrayList<>();
        for (long frame = TraceTable.find(TABLE, programCounter); frame != 0; frame = TraceTable.caller(TABLE, frame)) {
            long at = frame;
            lines.add(text(TraceTable.classLength(TABLE, at), i -> TraceTable.classByte(TABLE, at, i))
                    + '.'
                    + text(TraceTable.methodLength(TABLE, at), i -> TraceTable.methodByte(TABLE, at, i))
                    + '('
                    + text(TraceTable.fileLength(TABLE, at), i -> TraceTable.fileByte(TABLE, at, i))
                    + ':'
                    + TraceTable.line(at)
                    + ')');
        }
        return lines;
    }

    private static String text(int length, IntUnaryOperator bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) bytes.applyAsInt(i));
        }
        return text.toString();
    }

    private static StackTraceElement frame(int number) {
        return new StackTraceElement(
                "org.example.Type" + number, "method" + number, "File" + number + ".java", 1000 * number + 1);
    }

    @Test
    void oneFrame() {
        show(List.of(frame(3)));
        assertTrue(TraceTable.isPresent(TABLE));
        assertEquals(List.of("org.example.Type3.method3(File3.java:3001)"), read(DeskImage.COMPUTING));
    }

    @Test
    void manyFramesInnermostFirst() {
        show(List.of(frame(1), frame(2), frame(3), frame(4), frame(5), frame(6), frame(7)));
        List<String> lines = read(DeskImage.AFTER_CALL);
        assertEquals(7, lines.size());
        assertEquals("org.example.Type1.method1(File1.java:1001)", lines.getFirst());
        assertEquals("org.example.Type7.method7(File7.java:7001)", lines.getLast());
    }

    @Test
    void ofADeepStackTheInnermost() {
        List<StackTraceElement> frames = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            frames.add(new StackTraceElement("x".repeat(500), "y".repeat(500), "z".repeat(500), i));
        }
        show(frames);
        List<String> lines = read(DeskImage.CALL);
        assertEquals(12, lines.size());
        assertTrue(lines.getFirst().endsWith("z:0)"), lines.getFirst());
    }

    @Test
    void framesWithoutLineOrFile() {
        show(List.of(new StackTraceElement("A", "b", null, -2), frame(9)));
        assertEquals(List.of("A.b(Unknown:0)", "org.example.Type9.method9(File9.java:9001)"), read(DeskImage.CALL));
    }

    @Test
    void instructionsElsewhereAreUnknown() {
        show(List.of(frame(1)));
        assertEquals(List.of(), read(0));
        assertEquals(List.of(), read(DeskImage.ENTRY + 4096));
    }

    @Test
    void nobodyIsNoTable() {
        show(List.of());
        assertFalse(TraceTable.isPresent(TABLE));
    }
}
