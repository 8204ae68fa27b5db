package ristretto.sdk.protocol;

/** What a console understands beyond {@link ristretto.abi.StreamProtocol}. */
public final class ConsoleProtocol {
    /**
     * Only from the supervisor. Word 0: exit code of the program, as which the terminal's program is to exit. Reply:
     * label 0.
     */
    public static final int EXIT_CODE = 16;

    /** Only from the supervisor. As WRITE, of a whole line: what others have begun to write is ended first. */
    public static final int WRITE_LINE = 17;

    private ConsoleProtocol() {}
}
