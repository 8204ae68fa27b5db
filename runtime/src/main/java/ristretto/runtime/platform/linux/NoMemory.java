package ristretto.runtime.platform.linux;

/** The end of a program for which Linux has no memory, before there is a heap for an exception. */
final class NoMemory {
    private static final int ERROR = 2;
    private static final byte[] TEXT =
            "ristretto: Linux gives no memory for the heap; a smaller one: RISTRETTO_HEAP=256M\n".getBytes();

    static void end() {
        Linux.call(Linux.WRITE, ERROR, Buffers.address(TEXT, 0), TEXT.length);
        Exit.now(1, TEXT);
    }

    private NoMemory() {}
}
