package ristretto.magic;

/** The frames of the stack, known by their frame pointers. What lies where in a frame is the architecture's business. */
public final class StackFrame {

    /** Frame pointer of the calling method, if that is not inlined. On a JVM 0, as if it were the first. */
    @Intrinsic
    public static long current() {
        return 0;
    }

    /** Where the method of this frame goes on when it is done: an address in its caller. */
    @Intrinsic
    public static long returnAddress(long frame) {
        throw new UnsupportedOperationException("no frames on a JVM");
    }

    /** Frame pointer of the caller; 0 above the first. */
    @Intrinsic
    public static long caller(long frame) {
        throw new UnsupportedOperationException("no frames on a JVM");
    }

    private StackFrame() {}
}
