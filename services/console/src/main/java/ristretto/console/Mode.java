package ristretto.console;

/** How bytes of streams travel over the one line to the terminal, and how received bytes become input. */
interface Mode {
    /** What {@link #receive} answers where a byte is not input, or not yet. */
    int NOTHING = -1;

    /** ... and where input ends. */
    int END_OF_INPUT = -2;

    /** Writes bytes of a stream, {@code StreamProtocol.OUTPUT} or {@code ERROR}. */
    void write(int stream, byte[] bytes, int length);

    /** Ends the line that was begun, if any, and is visible. */
    void freshLine();

    void exitCode(int code);

    /** A received byte: the byte of input that it makes, or one of the constants. */
    int receive(int value);
}
