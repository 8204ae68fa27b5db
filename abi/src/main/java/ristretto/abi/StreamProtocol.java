package ristretto.abi;

/** Messages on a stream endpoint, which a console provides and every process's standard streams use. */
public final class StreamProtocol {
    /** Word 0: stream ({@link #OUTPUT} or {@link #ERROR}) | number of bytes << 8; words 1 to 119: the bytes, little endian. Reply: label 0. */
    public static final int WRITE = 1;

    /**
     * Word 0: most bytes wanted, up to {@link #MAXIMUM_BYTES}. Waits until there is input. Reply: label 0, word 0 number of bytes (0: end
     * of input), words 1 to 119 the bytes.
     */
    public static final int READ = 2;

    /** Whether {@link #READ} would be answered at once. Reply: label 0, word 0: 1 or 0. */
    public static final int IS_READY = 3;

    /** Reply label of a message that is not understood. */
    public static final int BAD_REQUEST = 0x7000_0001;

    public static final int OUTPUT = 1;
    public static final int ERROR = 2;
    public static final int MAXIMUM_BYTES = 119 * 8;

    private StreamProtocol() {}
}
