package ristretto.sdk.loader;

/** Arithmetic of pages and of the ranges that one last-level page table covers. */
final class Pages {
    static final long SIZE = 4096;
    static final long TABLE_SPAN = 2 << 20;

    static long up(long bytes) {
        return up(bytes, SIZE);
    }

    /** The next multiple of a power of two. */
    static long up(long bytes, long multiple) {
        return bytes + multiple - 1 & -multiple;
    }

    /** The first page from this one on at which so many bytes are mapped by one last-level page table. */
    static long inOnePiece(long from, long bytes) {
        return pieces(from, from + bytes) == 1 ? from : pieceEnd(from, from + bytes);
    }

    /** End of the piece of [from, end) that begins at {@code from} and that one last-level page table maps. */
    static long pieceEnd(long from, long end) {
        return Math.min(end, (from & -TABLE_SPAN) + TABLE_SPAN);
    }

    /** Number of those pieces. */
    static int pieces(long from, long end) {
        return from >= end ? 0 : (int) ((end - 1) / TABLE_SPAN - from / TABLE_SPAN) + 1;
    }

    private Pages() {}
}
