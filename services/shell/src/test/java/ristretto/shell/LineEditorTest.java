package ristretto.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Keys in, line and screen out. After every key the screen must show the line, with the cursor where the editor
 * believes it is.
 */
class LineEditorTest {
    private static final String ESCAPE = "\033[";
    private final LineEditor editor = new LineEditor("> ");
    private final Screen screen = new Screen();

    @BeforeEach
    void begin() {
        editor.begin();
        screen.show(editor.takeOutput());
    }

    @Test
    void plainTextIsEchoed() {
        assertEquals(LineEditor.Outcome.EDITING, type("help"));
        assertShown("> help|");
        assertEquals(LineEditor.Outcome.ENTERED, type("\r"));
        assertEquals("help", editor.line());
    }

    @Test
    void cursorKeysMoveAndTextIsInserted() {
        type("hlp" + ESCAPE + "D" + ESCAPE + "De");
        assertShown("> he|lp");
        type(ESCAPE + "H1" + ESCAPE + "F2" + ESCAPE + "1~3" + ESCAPE + "4~4");
        assertShown("> 31help24|");
    }

    @Test
    void controlKeys() {
        type("one two three");
        type("\027");
        assertShown("> one two |");
        type("\001\006\006");
        assertShown("> on|e two");
        type("\013");
        assertShown("> on|");
        type("ce\002\025");
        assertShown("> |e");
    }

    @Test
    void backspaceAndDelete() {
        type("abcd\177" + ESCAPE + "D\b");
        assertShown("> a|c");
        type(ESCAPE + "3~");
        assertShown("> a|");
        type(ESCAPE + "3~\002\b\b");
        assertShown("> |a");
    }

    @Test
    void historyComesBackAndKeepsWhatWasBegun() {
        enter("one");
        enter("two");
        enter("two");
        type("thr" + ESCAPE + "A");
        assertShown("> two|");
        type(ESCAPE + "A");
        assertShown("> one|");
        type(ESCAPE + "A" + ESCAPE + "B" + ESCAPE + "B");
        assertShown("> thr|");
        type(ESCAPE + "B");
        assertShown("> thr|");
    }

    @Test
    void controlCCancelsTheLine() {
        assertEquals(LineEditor.Outcome.CANCELLED, type("half a li\003"));
        assertShown("|");
    }

    @Test
    void controlLDrawsAgain() {
        type("abc\002");
        type("\014");
        assertShown("> ab|c");
    }

    @Test
    void lineEndsOfAllKinds() {
        assertEquals(LineEditor.Outcome.ENTERED, type("a\r"));
        editor.begin();
        assertEquals(LineEditor.Outcome.EDITING, type("\n"));
        assertEquals(LineEditor.Outcome.ENTERED, type("\n"));
    }

    @Test
    void unknownSequencesAndOtherBytesAreSwallowed() {
        type("a" + ESCAPE + "15~" + ESCAPE + "1;5C" + "\u00e4\000\033xb");
        assertShown("> ab|");
    }

    @Test
    void screenAndLineAgreeWhateverIsTyped() {
        Random random = new Random(3);
        String[] keys = {
            "a",
            "b",
            " ",
            "word",
            "\177",
            "\b",
            "\001",
            "\005",
            "\002",
            "\006",
            "\013",
            "\025",
            "\027",
            "\004",
            ESCAPE + "A",
            ESCAPE + "B",
            ESCAPE + "C",
            ESCAPE + "D",
            ESCAPE + "3~",
            ESCAPE + "H",
            "\033OF"
        };
        for (int i = 0; i < 20_000; i++) {
            if (i % 40 == 0) {
                enter("");
            }
            type(keys[random.nextInt(keys.length)]);
            String shown = screen.textWithCursor().replace("|", "").stripTrailing();
            assertEquals(("> " + editor.line()).stripTrailing(), shown);
        }
    }

    private void enter(String line) {
        type(line + "\r");
        editor.begin();
        screen.show(editor.takeOutput());
    }

    private LineEditor.Outcome type(String keys) {
        LineEditor.Outcome outcome = LineEditor.Outcome.EDITING;
        for (char key : keys.toCharArray()) {
            outcome = editor.feed(key);
            screen.show(editor.takeOutput());
        }
        return outcome;
    }

    /** The bar stands for the cursor. */
    private void assertShown(String expected) {
        assertEquals(expected, screen.textWithCursor());
    }

    /** A terminal's last line. */
    private static final class Screen {
        private final StringBuilder line = new StringBuilder();
        private int cursor;

        void show(String output) {
            String rest = output;
            int clear = rest.lastIndexOf("\033[2J\033[H");
            if (clear >= 0) {
                rest = rest.substring(clear + 7);
                line.setLength(0);
                cursor = 0;
            }
            for (char c : rest.toCharArray()) {
                if (c == '\n') {
                    line.setLength(0);
                    cursor = 0;
                } else if (c == '\b') {
                    cursor--;
                } else if (cursor == line.length()) {
                    line.append(c);
                    cursor++;
                } else {
                    line.setCharAt(cursor++, c);
                }
            }
        }

        String textWithCursor() {
            String shown = line.toString();
            String behind = shown.substring(cursor).stripTrailing();
            return shown.substring(0, cursor) + '|' + behind;
        }
    }
}
