package ristretto.console;

/** How bytes of streams travel over the one line to the terminal, and how received bytes become input. */
interface Mode {
    /** Writes bytes of a stream, {@code StreamProtocol.OUTPUT} or {@code ERROR}. */
    void write(int stream, byte[] bytes, int length);

    /** Ends the line that was begun, if any, and is visible. */
    void freshLine();

    void exitCode(int code);

    /** Takes a received byte, 0 to 255, and gives the input what it makes of it: bytes, the end, or nothing yet. */
    void receive(int value, Input input);
}
