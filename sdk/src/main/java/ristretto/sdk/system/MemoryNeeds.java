package ristretto.sdk.system;

/**
 * The memory of a process.
 *
 * @param heapBytes a multiple of 4096, at most 1 GiB
 * @param stackBytes a multiple of 4096, 4096 to 16 MiB
 * @param totalBytes everything it and its kernel objects may take, a multiple of 4096; 0: just as much as its image,
 *     heap, stack and
 *     capabilities need
 * @param stateBytes what it may save for its next life, 0 to 512 KiB; not part of {@code totalBytes}, because it outlives the process
 * @param loanBytes by how much its heap may grow beyond {@code heapBytes} with memory that the supervisor lends, a multiple of 64 KiB, at most 64 MiB; not part of
 *     {@code totalBytes}. Of the supervisor itself: what it has to lend to all
 * @param dmaBytes contiguous memory of which it knows the physical address, for its devices, a multiple of 4096, at most 1 MiB; it outlives the process, as a device may
 *     still write to it then, and is not part of {@code totalBytes}
 * @param bufferBytes what it may let servers use for the time of a call, a multiple of 4096, at most 1 MiB
 */
public record MemoryNeeds(
        long heapBytes,
        long stackBytes,
        long totalBytes,
        long stateBytes,
        long loanBytes,
        long dmaBytes,
        long bufferBytes) {
    private static final long LEAST_HEAP_BYTES = 16 << 10;
    /** The maps, the table of boundaries and the mark stack take a 27th. */
    private static final long HEAP_PER_MAP = 16;

    public MemoryNeeds(long heapBytes, long stackBytes, long totalBytes) {
        this(heapBytes, stackBytes, totalBytes, 0, 0, 0);
    }

    /** Without a buffer. */
    public MemoryNeeds(
            long heapBytes, long stackBytes, long totalBytes, long stateBytes, long loanBytes, long dmaBytes) {
        this(heapBytes, stackBytes, totalBytes, stateBytes, loanBytes, dmaBytes, 0);
    }

    /** The same with a heap of another size. */
    MemoryNeeds withHeap(long bytes) {
        return new MemoryNeeds(bytes, stackBytes, totalBytes, stateBytes, loanBytes, dmaBytes, bufferBytes);
    }

    /** A heap that may borrow keeps the collector's maps of all that it may have in its own memory. */
    public static long leastHeapBytes(long loanBytes) {
        return loanBytes == 0 ? 0 : LEAST_HEAP_BYTES + loanBytes / HEAP_PER_MAP;
    }
}
