package ristretto.shell;

/**
 * From bytes of a terminal to keys: plain characters, control characters, and the escape sequences of cursor keys
 * (ECMA-48, and what xterm and VT220 send). An unknown sequence is swallowed whole.
 */
final class KeyDecoder {
    /** Not a key yet. */
    static final int NONE = -1;

    static final int LEFT = 0x100;
    static final int RIGHT = 0x101;
    static final int UP = 0x102;
    static final int DOWN = 0x103;
    static final int HOME = 0x104;
    static final int END = 0x105;
    static final int DELETE = 0x106;

    private static final int ESCAPE = 27;
    private static final int PLAIN = 0;
    private static final int AFTER_ESCAPE = 1;
    private static final int IN_SEQUENCE = 2;

    private int state = PLAIN;
    private int parameter;

    int key(int value) {
        switch (state) {
            case AFTER_ESCAPE -> {
                boolean sequence = value == '[' || value == 'O';
                state = sequence ? IN_SEQUENCE : PLAIN;
                parameter = 0;
                return NONE;
            }
            case IN_SEQUENCE -> {
                if (value >= '0' && value <= '9') {
                    parameter = Math.min(parameter * 10 + value - '0', 1000);
                    return NONE;
                }
                if (value == ';') {
                    parameter = 0;
                    return NONE;
                }
                state = PLAIN;
                return sequence(value);
            }
            default -> {
                if (value == ESCAPE) {
                    state = AFTER_ESCAPE;
                    return NONE;
                }
                return value;
            }
        }
    }

    private int sequence(int last) {
        return switch (last) {
            case 'A' -> UP;
            case 'B' -> DOWN;
            case 'C' -> RIGHT;
            case 'D' -> LEFT;
            case 'H' -> HOME;
            case 'F' -> END;
            case '~' ->
                switch (parameter) {
                    case 1, 7 -> HOME;
                    case 3 -> DELETE;
                    case 4, 8 -> END;
                    default -> NONE;
                };
            default -> NONE;
        };
    }
}
