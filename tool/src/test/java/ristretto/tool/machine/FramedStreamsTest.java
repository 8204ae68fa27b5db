package ristretto.tool.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FramedStreamsTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    private FramedOutput line(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new FramedOutput(new ByteArrayInputStream(bytes), output, error);
    }

    @Test
    void takesStreamsAndExitCodeApart() throws IOException {
        FramedOutput framed = line("OpenSBI\n\20oto out\n\20eto err\n\20omore\20\20!\20x42\nrest");
        assertEquals(OptionalInt.of(42), framed.copy());
        assertEquals("to out\nmore\20!", output.toString(StandardCharsets.ISO_8859_1));
        assertEquals("to err\n", error.toString(StandardCharsets.ISO_8859_1));
        assertEquals("OpenSBI\n", framed.bootText());
    }

    @Test
    void hasNoExitCodeWhereNoneCame() throws IOException {
        assertEquals(OptionalInt.empty(), line("panic\n").copy());
    }

    @Test
    void knowsNegativeExitCodes() throws IOException {
        assertEquals(OptionalInt.of(-1), line("\20x-1\n").copy());
    }

    @Test
    void refusesUnknownCommands() {
        IOException refusal = assertThrows(IOException.class, () -> line("\20q").copy());
        assertEquals("unknown command 113 in the console's output", refusal.getMessage());
    }

    @Test
    void framesInputAndItsEnd() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        FramedInput.copy(new ByteArrayInputStream(new byte[] {'a', 16, 'b'}), line);
        assertArrayEquals(new byte[] {'a', 16, 16, 'b', 16, '.'}, line.toByteArray());
    }
}
