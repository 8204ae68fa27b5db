package ristretto.abi;

/**
 * Where things lie in the address space of a process. An image is linked at {@link #IMAGE}; behind its last page, a
 * page each that is never mapped around it, come the stack, then the heap, then the message page, placed by whoever
 * loads the process, so that a small process needs only one last-level page table.
 */
public final class UserLayout {
    public static final long PAGE = 4096;
    public static final long IMAGE = 0x1_0000;
    /** First address above every image. */
    public static final long IMAGE_LIMIT = 0x1000_0000;
    /** First address above all that a process may map. */
    public static final long LIMIT = 0x40_0000_0000L;

    private UserLayout() {}
}
