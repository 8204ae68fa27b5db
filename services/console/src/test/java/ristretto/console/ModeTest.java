package ristretto.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import ristretto.abi.StreamProtocol;

class ModeTest {
    private final StringBuilder line = new StringBuilder();
    private final ByteSink sink = value -> line.append((char) (value & 0xff));

    @Test
    void rawModeEndsLinesAsTerminalsWantIt() {
        RawMode raw = new RawMode(sink);
        raw.freshLine();
        write(raw, StreamProtocol.OUTPUT, "a\nb");
        raw.freshLine();
        raw.freshLine();
        write(raw, StreamProtocol.ERROR, "c\n");
        assertEquals("a\r\nb\r\nc\r\n", line.toString());
        assertEquals("\020", input(raw, "\020"));
    }

    @Test
    void framedModeTellsStreamsApart() {
        FramedMode framed = new FramedMode(sink);
        write(framed, StreamProtocol.OUTPUT, "a\n");
        write(framed, StreamProtocol.OUTPUT, "\020");
        write(framed, StreamProtocol.ERROR, "b");
        write(framed, StreamProtocol.OUTPUT, "c");
        framed.exitCode(-1);
        assertEquals("\020oa\n\020\020\020eb\020oc\020x-1\n", line.toString());
    }

    @Test
    void framedInput() {
        FramedMode framed = new FramedMode(sink);
        assertEquals("a\020.\377", input(framed, "a\020\020.\377"));
        assertEquals("", input(framed, "\020"));
        assertEquals("END", input(framed, "."));
    }

    @Test
    void linesAreShownAndCorrected() {
        LinesMode lines = new LinesMode(sink);
        assertEquals("", input(lines, "Ada"));
        assertEquals("Ada\n", input(lines, "\r"));
        assertEquals("\n", input(lines, "\n\n"));
        assertEquals("Ada\r\n\r\n", shown());
        assertEquals("Bo\n", input(lines, "Bob\b\n"));
        assertEquals("Bob\b \b\r\n", shown());
        assertEquals("B\n", input(lines, "\bB\303\244\177\n"));
        assertEquals("B\303\244\b \b\r\n", shown());
        assertEquals("good\n", input(lines, "bad one\025good\n"));
        assertEquals("a good\n", input(lines, "a bad  \027good\n"));
        assertEquals("END", input(lines, "\004"));
    }

    @Test
    void unfinishedLinesAreDeliveredByControlD() {
        LinesMode lines = new LinesMode(sink);
        assertEquals("ab", input(lines, "ab\004"));
        assertEquals("c\n", input(lines, "c\n"));
    }

    @Test
    void whatIsNoTextAndWhatDoesNotFitRingsTheBell() {
        LinesMode lines = new LinesMode(sink);
        input(lines, "\033\001" + "x".repeat(1025));
        assertEquals("\007\007" + "x".repeat(1024) + "\007", shown());
        assertEquals("x".repeat(1024) + "\n", input(lines, "\n"));
    }

    private String shown() {
        String text = line.toString();
        line.setLength(0);
        return text;
    }

    /** What the mode makes of what is received. */
    private static String input(Mode mode, String received) {
        Input input = new Input();
        for (char value : received.toCharArray()) {
            mode.receive(value, input);
        }
        byte[] bytes = new byte[2048];
        int count = input.take(bytes, bytes.length);
        return new String(bytes, 0, count, StandardCharsets.ISO_8859_1) + (input.isReady() ? "END" : "");
    }

    private static void write(Mode mode, int stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        mode.write(stream, bytes, bytes.length);
    }
}
