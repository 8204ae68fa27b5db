package ristretto.runtime.platform.linux;

/** The end of a program for which Linux has no memory, or that asks for none that can be, before there is a heap for an exception. */
final class NoMemory {
    private static final int ERROR = 2;
    private static final byte[] TEXT =
            "ristretto: Linux gives no memory for the heap; a smaller one: RISTRETTO_HEAP=256M\n".getBytes();

    private static final byte[] SIZE =
            "ristretto: RISTRETTO_HEAP is a number of bytes, from 16K to 1024G, with K, M or G behind it or nothing\n"
                    .getBytes();

    static void end() {
        end(TEXT);
    }

    static void endForSize() {
        end(SIZE);
    }

    private static void end(byte[] text) {
        Linux.call(Linux.WRITE, ERROR, Buffers.address(text, 0), text.length);
        Exit.now(1, text);
    }

    private NoMemory() {}
}
