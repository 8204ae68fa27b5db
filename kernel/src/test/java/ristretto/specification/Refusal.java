package ristretto.specification;

/** A call is refused: nothing has changed then. */
final class Refusal extends RuntimeException {
    /** Numbers of arguments, see {@link ristretto.abi.CallNumber}. */
    static final int T0 = 0;

    static final int A0 = 1;
    static final int A1 = 2;
    static final int A2 = 3;
    static final int A3 = 4;
    static final int A4 = 5;
    static final int A5 = 6;
    static final int TAG = 9;
    static final int REPLY_SLOT = 10;
    static final int DEADLINE = 11;

    final int code;
    final int argument;
    final long expected;
    final long got;

    Refusal(int code, int argument, long expected, long got) {
        super(null, null, false, false);
        this.code = code;
        this.argument = argument;
        this.expected = expected;
        this.got = got;
    }

    static void refuse(boolean when, int code, int argument, long expected, long got) {
        if (when) {
            throw new Refusal(code, argument, expected, got);
        }
    }
}
