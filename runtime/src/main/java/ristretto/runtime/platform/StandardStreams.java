package ristretto.runtime.platform;

/** Standard input, output and error as bytes. */
public final class StandardStreams {
    public static final int OUTPUT = 1;
    public static final int ERROR = 2;

    /** Writes all of the bytes. {@code stream} is {@link #OUTPUT} or {@link #ERROR}. */
    public static native void write(int stream, byte[] bytes, int offset, int length);

    /** Waits for input; answers the number of bytes read, -1 at the end of input. */
    public static native int read(byte[] bytes, int offset, int length);

    /**
     * Waits until {@link #read} would not wait, but not beyond the deadline, a time of {@link Clock#nanoseconds}
     * ({@link Long#MAX_VALUE}: no deadline); answers whether there is input, or its end.
     */
    public static native boolean awaitInput(long deadline);

    private StandardStreams() {}
}
