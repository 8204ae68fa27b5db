package ristretto.runtime.platform;

/** Standard input, output and error as bytes. */
public final class StandardStreams {
    public static final int OUTPUT = 1;
    public static final int ERROR = 2;

    /** Writes all of the bytes. {@code stream} is {@link #OUTPUT} or {@link #ERROR}. */
    public static native void write(int stream, byte[] bytes, int offset, int length);

    /** Waits for input; answers the number of bytes read, -1 at the end of input. */
    public static native int read(byte[] bytes, int offset, int length);

    private StandardStreams() {}
}
