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
 */
public record MemoryNeeds(long heapBytes, long stackBytes, long totalBytes, long stateBytes) {
    public MemoryNeeds(long heapBytes, long stackBytes, long totalBytes) {
        this(heapBytes, stackBytes, totalBytes, 0);
    }
}
