package ristretto.console;

/**
 * A person's terminal for programs that read lines (POSIX.1 section 11.1.6, "canonical mode"): what is typed is shown, may be corrected, and becomes
 * input with the return key. Backspace takes back a character, ^U the line, ^W a word; ^D at the beginning of a line ends all input.
 */
final class LinesMode extends RawMode {
    private static final int MOST = 1024;
    private static final int BELL = 7;
    private static final int DELETE = 127;
    private static final int SECOND_BYTES_OF_UTF8 = 0x80;
    private static final int MASK_OF_SECOND_BYTES = 0xc0;

    private final byte[] text = new byte[MOST];
    private int length;
    private boolean carriageReturn;

    LinesMode(ByteSink line) {
        super(line);
    }

    @Override
    public void receive(int value, Input input) {
        boolean secondOfLineEnd = value == '\n' && carriageReturn;
        carriageReturn = value == '\r';
        if (secondOfLineEnd) {
            return;
        }
        switch (value) {
            case '\r', '\n' -> enter(input);
            case '\b', DELETE -> eraseCharacter();
            case 'U' - '@' -> {
                while (length > 0) {
                    eraseCharacter();
                }
            }
            case 'W' - '@' -> eraseWord();
            case 'D' - '@' -> {
                if (length == 0) {
                    input.end();
                } else {
                    deliver(input);
                }
            }
            default -> type(value);
        }
    }

    private void type(int value) {
        boolean visible = value >= ' ' || value == '\t';
        if (visible && length < MOST) {
            text[length++] = (byte) value;
            show(value);
        } else {
            show(BELL);
        }
    }

    private void enter(Input input) {
        show('\n');
        deliver(input);
        input.add('\n');
    }

    private void deliver(Input input) {
        for (int i = 0; i < length; i++) {
            input.add(text[i]);
        }
        length = 0;
    }

    private void eraseWord() {
        while (length > 0 && text[length - 1] == ' ') {
            eraseCharacter();
        }
        while (length > 0 && text[length - 1] != ' ') {
            eraseCharacter();
        }
    }

    /** All bytes of one. */
    private void eraseCharacter() {
        if (length == 0) {
            return;
        }
        do {
            length--;
        } while (length > 0 && (text[length] & MASK_OF_SECOND_BYTES) == SECOND_BYTES_OF_UTF8);
        show('\b');
        show(' ');
        show('\b');
    }
}
