package ristretto.shell;

/**
 * One line of text, edited by keys. What the terminal has to show is collected in {@link #takeOutput}, with no other
 * means than backspace, so that it works on every terminal: the cursor moves by writing characters again or stepping
 * back over them. Pure logic, without a terminal.
 */
final class LineEditor {
    /** What a key has led to. */
    enum Outcome {
        EDITING,
        ENTERED,
        CANCELLED
    }

    private static final int MOST_CHARACTERS = 200;
    private static final String CLEAR_SCREEN = "\033[2J\033[H";

    private final String prompt;
    private final KeyDecoder decoder = new KeyDecoder();
    private final History history = new History();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder output = new StringBuilder();
    private int cursor;
    private boolean carriageReturn;

    LineEditor(String prompt) {
        this.prompt = prompt;
    }

    /** Begins an empty line. */
    void begin() {
        line.setLength(0);
        cursor = 0;
        history.leave();
        output.append(prompt);
    }

    /** The line as it is. */
    String line() {
        return line.toString();
    }

    /** What is to be sent to the terminal since the last time. */
    String takeOutput() {
        String text = output.toString();
        output.setLength(0);
        return text;
    }

    Outcome feed(int value) {
        boolean secondOfLineEnd = value == '\n' && carriageReturn;
        carriageReturn = value == '\r';
        int key = secondOfLineEnd ? KeyDecoder.NONE : decoder.key(value);
        switch (key) {
            case KeyDecoder.NONE -> {}
            case '\r', '\n' -> {
                output.append('\n');
                history.add(line());
                return Outcome.ENTERED;
            }
            case 'C' - '@' -> {
                output.append("^C\n");
                history.leave();
                return Outcome.CANCELLED;
            }
            case 'A' - '@', KeyDecoder.HOME -> moveTo(0);
            case 'E' - '@', KeyDecoder.END -> moveTo(line.length());
            case 'B' - '@', KeyDecoder.LEFT -> moveTo(Math.max(0, cursor - 1));
            case 'F' - '@', KeyDecoder.RIGHT -> moveTo(Math.min(line.length(), cursor + 1));
            case 'P' - '@', KeyDecoder.UP -> show(history.older(line()));
            case 'N' - '@', KeyDecoder.DOWN -> show(history.newer());
            case '\b', 127 -> replace(Math.max(0, cursor - 1), cursor, "");
            case 'D' - '@', KeyDecoder.DELETE -> replace(cursor, Math.min(line.length(), cursor + 1), "");
            case 'U' - '@' -> replace(0, cursor, "");
            case 'K' - '@' -> replace(cursor, line.length(), "");
            case 'W' - '@' -> replace(startOfWord(), cursor, "");
            case 'L' - '@' -> redraw();
            default -> {
                if (key >= ' ' && key < 127 && line.length() < MOST_CHARACTERS) {
                    replace(cursor, cursor, String.valueOf((char) key));
                }
            }
        }
        return Outcome.EDITING;
    }

    private int startOfWord() {
        int start = cursor;
        while (start > 0 && line.charAt(start - 1) == ' ') {
            start--;
        }
        while (start > 0 && line.charAt(start - 1) != ' ') {
            start--;
        }
        return start;
    }

    private void show(String text) {
        if (text != null) {
            replace(0, line.length(), text);
        }
    }

    private void redraw() {
        int place = cursor;
        output.append(CLEAR_SCREEN).append(prompt).append(line);
        cursor = line.length();
        moveTo(place);
    }

    private void moveTo(int place) {
        for (; cursor > place; cursor--) {
            output.append('\b');
        }
        for (; cursor < place; cursor++) {
            output.append(line.charAt(cursor));
        }
    }

    /** Replaces a part of the line, shows it, and leaves the cursor behind the new text. */
    private void replace(int from, int to, String text) {
        moveTo(from);
        line.delete(from, to);
        line.insert(from, text);
        int removed = Math.max(0, to - from - text.length());
        output.append(line, from, line.length());
        for (int i = 0; i < removed; i++) {
            output.append(' ');
        }
        cursor = line.length() + removed;
        int place = from + text.length();
        for (; cursor > place; cursor--) {
            output.append('\b');
        }
    }
}
