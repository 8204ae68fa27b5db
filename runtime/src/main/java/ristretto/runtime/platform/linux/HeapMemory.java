package ristretto.runtime.platform.linux;

/** All of the heap's range is the process's from the start; Linux backs it with memory page by page where it is used, and takes that back when it is told to. */
final class HeapMemory {
    private static final int DO_NOT_NEED = 4;

    static long mostBytes() {
        return Startup.heapBytes();
    }

    static boolean take(long number, boolean mayWait) {
        return false;
    }

    static void giveBack(long number) {}

    static void forget(long from, long to) {
        Linux.call(Linux.MADVISE, from, to - from, DO_NOT_NEED);
    }

    private HeapMemory() {}
}
