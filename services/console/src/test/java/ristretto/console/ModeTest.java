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
        assertEquals(0x10, raw.receive(0x10));
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
        assertEquals('a', framed.receive('a'));
        assertEquals(Mode.NOTHING, framed.receive(0x10));
        assertEquals(0x10, framed.receive(0x10));
        assertEquals('.', framed.receive('.'));
        assertEquals(Mode.NOTHING, framed.receive(0x10));
        assertEquals(Mode.END_OF_INPUT, framed.receive('.'));
        assertEquals(0xff, framed.receive(0xff));
    }

    private static void write(Mode mode, int stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        mode.write(stream, bytes, bytes.length);
    }
}
