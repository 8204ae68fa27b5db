package ristretto.sdk.loader;

/**
 * A part of an image that is to be in memory.
 *
 * @param fileOffset from the begin of the image, on a page boundary
 * @param virtualAddress on a page boundary
 * @param fileBytes come from the image
 * @param memoryBytes at least {@code fileBytes}; the rest is zero
 * @param writable then each life has a copy of its own; otherwise all share the archive's
 */
public record Segment(
        long fileOffset, long virtualAddress, long fileBytes, long memoryBytes, boolean writable, boolean executable) {

    public long end() {
        return Pages.up(virtualAddress + memoryBytes);
    }
}
